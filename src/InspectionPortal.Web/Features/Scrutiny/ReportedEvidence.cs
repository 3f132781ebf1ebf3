using System.Text.Json;
using System.Text.Json.Serialization;
using InspectionPortal.Web.Features.Measures.Signals;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>
/// What is read here of an approved report's scrutiny edition: the names of its JSON, and no more of it than these pages
/// need. Anything that is not there is empty, so an edition of another shape opens nothing.
/// </summary>
public sealed record ReportedEdition
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public IReadOnlyList<ReportedAim> Aims { get; init => field = value ?? []; } = [];
    public IReadOnlyList<ReportedMeasure> Measures { get; init => field = value ?? []; } = [];
    public IReadOnlyList<ReportedRecommendation> Recommendations { get; init => field = value ?? []; } = [];
    public IReadOnlyList<ReportedEvidence> Evidence { get; init => field = value ?? []; } = [];

    /// <summary>Projects that the report rates: those with work to do.</summary>
    [JsonIgnore]
    public IEnumerable<ReportedProject> Rated => Aims.SelectMany(a => a.Projects).Where(p => p.NoActionNeeded is null);

    /// <summary>Reads the bytes of an edition.</summary>
    public static ReportedEdition Read(byte[] edition) => JsonSerializer.Deserialize<ReportedEdition>(edition, Options) ?? new ReportedEdition();
}

public sealed record ReportedAim
{
    public IReadOnlyList<ReportedProject> Projects { get; init => field = value ?? []; } = [];
}

/// <summary>A project in a report: code of its rating, then and in the quarter before; null is not rated.</summary>
public sealed record ReportedProject(string? Number, string? Rating, string? RatingBefore, string? NoActionNeeded);

/// <summary>What a measure said in a report; nothing in those from before signals were read.</summary>
public sealed record ReportedMeasure(ReportedReading? Reading)
{
    /// <summary>Its gravest signal, where it had one that is known here.</summary>
    [JsonIgnore]
    public SignalKind? Worst => Reading?.Signals is [{ Kind: { } kind }, ..] && Enum.TryParse<SignalKind>(kind, ignoreCase: true, out var known) ? known : null;
}

public sealed record ReportedReading(IReadOnlyList<ReportedSignal>? Signals);

public sealed record ReportedSignal(string? Kind);

public sealed record ReportedRecommendation(Guid Id, string Number, string? Text);

/// <summary>A released version that a report lists, with the numbers of what it proves.</summary>
public sealed record ReportedEvidence
{
    public Guid ItemId { get; init; }
    public Guid VersionId { get; init; }
    public IReadOnlyList<string> Projects { get; init => field = value ?? []; } = [];
    public IReadOnlyList<string> Recommendations { get; init => field = value ?? []; } = [];
}
