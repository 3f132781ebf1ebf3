using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.PlanDocuments.Plans;

/// <summary>What is known before a file is read. Everything may be empty.</summary>
public sealed record ImportHints
{
    public static ImportHints None { get; } = new();

    /// <summary>Names of the partnership's responsibilities and agencies, each spelling of them.</summary>
    public IReadOnlyCollection<string> Responsibilities { get; init; } = [];

    /// <summary>Names and short codes of the partnership's agencies: they may lead too.</summary>
    public IReadOnlyCollection<string> Agencies { get; init; } = [];

    /// <summary>The findings that the plan can answer.</summary>
    public IReadOnlyCollection<KnownRecommendation> Recommendations { get; init; } = [];

    /// <summary>What the partnership chose for a header before: header to the wire name of a field.</summary>
    public IReadOnlyDictionary<string, string> EarlierChoices { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The partnership's own columns, by which a file that was handed out is known again.</summary>
    public PlanLayout? Layout { get; init; }

    /// <summary>The partnership's own words.</summary>
    public Vocabulary Vocabulary { get; init; } = new();

    /// <summary>What somebody chose for this file: header, or the number of the column from 1, to the wire name of a field.</summary>
    public IReadOnlyDictionary<string, string> Choices { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>What somebody decided about doubts: the key of a question to the answer.</summary>
    public IReadOnlyDictionary<string, string> Readings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Which table is the plan, by the name it has in messages; null leaves it to the reader.</summary>
    public string? Table { get; init; }

    /// <summary>True where the file becomes a plan of its own and is not laid over one that exists.</summary>
    public bool IsNewPlan { get; init; }

    /// <summary>False where whoever asks says of leads not known themselves.</summary>
    public bool DoubtsLeads { get; init; } = true;
}
