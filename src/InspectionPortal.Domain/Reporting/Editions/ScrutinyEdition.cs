using System.Text.Json.Serialization;
using InspectionPortal.Domain.Ratings;

namespace InspectionPortal.Domain.Reporting.Editions;

/// <summary>
/// What a scrutiny body may read of a quarter. Its own list of fields, with the snapshot's names: what is added to the
/// snapshot stays in the partnership until someone writes it here too. No help needed, no proposed ratings, no review,
/// no evidence that was not released, no person.
/// </summary>
public sealed record ScrutinyEdition
{
    [JsonConstructor]
    private ScrutinyEdition()
    {
    }

    public required int Schema { get; init; }
    public required string Partnership { get; init; }
    public required string? Demonstration { get; init; }
    public required SnapshotPlan Plan { get; init; }
    public required SnapshotPeriod Period { get; init; }
    public required DateOnly AsAt { get; init; }
    public required int Number { get; init; }
    public required DateTimeOffset SubmittedAt { get; init; }
    public required int Quorum { get; init; }

    /// <summary>The partnership lead's words, where they open them to scrutiny bodies.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Summary { get; init; }

    /// <summary>The partnership's words; null in quarters from before schema 2.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SnapshotVocabulary? Vocabulary { get; init; }

    public required IReadOnlyList<Rating> RatingKey { get; init; }
    public required SnapshotPrevious? Previous { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SnapshotCorrection? Correction { get; init; }

    public required IReadOnlyList<ScrutinyAim> Aims { get; init => field = value ?? []; } = [];
    public required IReadOnlyList<SnapshotMeasure> Measures { get; init => field = value ?? []; } = [];
    public required IReadOnlyList<SnapshotRecommendation> Recommendations { get; init => field = value ?? []; } = [];
    public required IReadOnlyList<SnapshotEvidence> Evidence { get; init => field = value ?? []; } = [];

    /// <summary>Projects that the report rates: those with work to do.</summary>
    public IEnumerable<ScrutinyProject> Rated() => Aims.SelectMany(a => a.Projects).Where(p => p.NoActionNeeded is null);

    /// <summary>Reads the bytes of an edition. Anything that is not there is empty, so an edition of another shape opens nothing.</summary>
    public static ScrutinyEdition Read(byte[] edition) => CanonicalJson.ReadWhatIsThere<ScrutinyEdition>(edition);

    public static ScrutinyEdition Of(QuarterSnapshot snapshot) => new()
    {
        Schema = snapshot.Schema,
        Partnership = snapshot.Partnership,
        Demonstration = snapshot.Demonstration,
        Plan = snapshot.Plan,
        Period = snapshot.Period,
        AsAt = snapshot.AsAt,
        Number = snapshot.Number,
        SubmittedAt = snapshot.SubmittedAt,
        Quorum = snapshot.Quorum,
        Summary = snapshot.IsSummaryOpen == true ? snapshot.Summary : null,
        Vocabulary = snapshot.Vocabulary,
        RatingKey = snapshot.RatingKey,
        Previous = snapshot.Previous,
        Correction = snapshot.Correction,
        Aims = [.. snapshot.Aims.Select(a => ScrutinyAim.Of(a, snapshot.OpenTexts))],
        Measures = snapshot.Measures,
        Recommendations = snapshot.Recommendations,
        Evidence = [.. snapshot.Evidence.Where(e => e.ReleasedAt is not null)],
    };
}
