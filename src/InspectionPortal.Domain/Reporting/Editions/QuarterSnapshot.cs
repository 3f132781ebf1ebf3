using System.Text.Json.Serialization;
using InspectionPortal.Domain.Ratings;

namespace InspectionPortal.Domain.Reporting.Editions;

/// <summary>
/// The quarter as it was submitted: everything the report shows, and nothing is added later. What is not
/// <c>required</c> stays in the partnership; it is empty when read from a <see cref="ScrutinyEdition"/>.
/// </summary>
public sealed record QuarterSnapshot
{
    /// <summary>2 since the partnership lead prepares the report: summary, parts, decisions sought, the partnership's columns.</summary>
    public const int CurrentSchema = 2;

    public required int Schema { get; init; }
    public required string Partnership { get; init; }

    /// <summary>What a demonstration says about itself; null for a partnership at work.</summary>
    public required string? Demonstration { get; init; }

    public required SnapshotPlan Plan { get; init; }
    public required SnapshotPeriod Period { get; init; }

    /// <summary>The day by which lateness was counted.</summary>
    public required DateOnly AsAt { get; init; }

    /// <summary>1 for the first time the quarter was submitted, 2 after one return.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }
    public string? SubmittedBy { get; init; }

    /// <summary>How many approvals it needs: those who sign read this number, so it cannot be lowered under them.</summary>
    public required int Quorum { get; init; }

    /// <summary>Agencies whose chief officer must be among those who approve; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SnapshotSigningAgency>? MustSign { get; init; }

    public required IReadOnlyList<Rating> RatingKey { get; init; }

    /// <summary>The last approved quarter of the same plan; null for the first.</summary>
    public required SnapshotPrevious? Previous { get; init; }

    /// <summary>Which version of the report it corrects and why; null for a report as first submitted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SnapshotCorrection? Correction { get; init; }

    public required IReadOnlyList<SnapshotAim> Aims { get; init; }
    public required IReadOnlyList<SnapshotMeasure> Measures { get; init; }
    public required IReadOnlyList<SnapshotRecommendation> Recommendations { get; init; }

    /// <summary>Versions added or released since the last approved quarter was submitted.</summary>
    public required IReadOnlyList<SnapshotEvidence> Evidence { get; init; }

    /// <summary>Which of the projects' texts scrutiny bodies get, so that whoever signs sees it; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? OpenTexts { get; init; }

    /// <summary>The partnership lead's words; null for none, and in quarters from before they were asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Summary { get; init; }

    /// <summary>True where scrutiny bodies get the summary too, so that whoever signs sees it; null where they do not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsSummaryOpen { get; init; }

    /// <summary>Parts that the partnership lead left out of the report; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ReportPart>? LeftOut { get; init; }

    /// <summary>
    /// What the chief officers are asked to decide. Null in quarters from before schema 2: there, every request for help is one.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SnapshotDecision>? Decisions { get; init; }

    /// <summary>The columns of the full table; null in quarters from before schema 2, which have the portal's own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SnapshotColumn>? Columns { get; init; }

    /// <summary>The partnership's words; null in quarters from before schema 2.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SnapshotVocabulary? Vocabulary { get; init; }

    /// <summary>Hash of the scrutiny edition, so that whoever signs the snapshot signs both.</summary>
    public string? ScrutinyEditionSha256 { get; init; }
}
