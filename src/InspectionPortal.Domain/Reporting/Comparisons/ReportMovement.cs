using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting.Editions;

namespace InspectionPortal.Domain.Reporting.Comparisons;

/// <summary>
/// What moved from one approved report of a plan to a later one, counted from what the two say and nothing else. Projects are the same
/// where they have the same id.
/// </summary>
public sealed class ReportMovement
{
    /// <summary>Compares reports.</summary>
    /// <param name="before">The earlier one; null where the first report is compared with nothing.</param>
    /// <param name="after">Those after it, oldest first. The last one is compared, and each lists its own slips and evidence.</param>
    /// <param name="isCorrection">True where the later one corrects the earlier one, and so lists what that one listed.</param>
    public ReportMovement(ReportFacts? before, IReadOnlyList<ReportFacts> after, bool isCorrection = false)
    {
        ArgumentNullException.ThrowIfNull(after);
        if (after.Count == 0)
        {
            return;
        }

        var now = after[^1];
        var ratings = before?.Projects.DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => p.Rating) ?? [];
        Moves = [.. now.Projects.Select(p => Between(now.RatingKey, ratings.GetValueOrDefault(p.Id), p.Rating))
            .Where(m => m != MoveKind.Same)];
        var listed = isCorrection ? before : null;
        Slipped = [.. after.SelectMany(SlippedIn).Except(listed is null ? [] : SlippedIn(listed))];
        Evidence = [.. after.SelectMany(r => r.Evidence).Except(listed?.Evidence ?? [])];
    }

    /// <summary>How ratings moved, one for each project whose rating differs.</summary>
    public IReadOnlyList<MoveKind> Moves { get; } = [];

    /// <summary>Ids of the projects whose deadline moved later.</summary>
    public IReadOnlyList<Guid> Slipped { get; } = [];

    /// <summary>Ids of the released items of evidence.</summary>
    public IReadOnlyList<Guid> Evidence { get; } = [];

    /// <summary>Which way a rating went, by the key of the later report. A code that the key does not know is not rated.</summary>
    public static MoveKind Between(IReadOnlyList<Rating> key, string? before, string? now) =>
        RatingMoves.Between(Rating.Find(key, before), Rating.Find(key, now));

    /// <summary>Recommendations that no evidence in any of the reports answers, by what the newest one says.</summary>
    /// <param name="newest">The newest report.</param>
    /// <param name="evidenced">Ids of projects and recommendations that released evidence proves in any report of the plan.</param>
    public static int WithoutEvidence(ReportFacts newest, IReadOnlySet<Guid> evidenced)
    {
        ArgumentNullException.ThrowIfNull(newest);
        return newest.Recommendations.Count(r => !evidenced.Contains(r.Id) && r.Projects?.Any(evidenced.Contains) != true);
    }

    private static IEnumerable<Guid> SlippedIn(ReportFacts report) => report.Projects
        .Where(p => p.Slips?.Any(s => ExpectedDates.IsLater(s.From, s.To)) == true).Select(p => p.Id);
}
