using System.Text;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Ratings;

namespace InspectionPortal.Domain.Reporting.Editions;

/// <summary>
/// What a link officer's overview counts by: read once from a <see cref="ScrutinyEdition"/> by the database, and stored beside it, so that
/// hundreds of reports are counted without reading their texts.
/// </summary>
public sealed record ReportFacts
{
    /// <summary>The key to ratings as the report has it.</summary>
    public required IReadOnlyList<Rating> RatingKey { get; init => field = value ?? []; } = [];

    /// <summary>Projects with work to do.</summary>
    public required IReadOnlyList<ReportedProject> Projects { get; init => field = value ?? []; } = [];

    /// <summary>What the report is to answer.</summary>
    public required IReadOnlyList<ReportedRecommendation> Recommendations { get; init => field = value ?? []; } = [];

    /// <summary>The gravest signal of each measure that had one.</summary>
    public required IReadOnlyList<SignalKind> Signals { get; init => field = value ?? []; } = [];

    /// <summary>Ids of the released items of evidence that the report lists.</summary>
    public required IReadOnlyList<Guid> Evidence { get; init => field = value ?? []; } = [];

    /// <summary>When it was submitted; what was accepted before that is in it. Null where the report does not say.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>Reads what the database stored. What is not there is empty.</summary>
    public static ReportFacts Read(string json) => CanonicalJson.ReadWhatIsThere<ReportFacts>(Encoding.UTF8.GetBytes(json));

    /// <summary>The rating that the report gives a project; not rated where it does not have the project.</summary>
    public Rating RatingOf(Guid project) => Rating.Find(RatingKey, Projects.FirstOrDefault(p => p.Id == project)?.Rating);
}
