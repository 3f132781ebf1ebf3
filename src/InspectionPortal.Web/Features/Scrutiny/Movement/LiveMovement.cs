using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting.Comparisons;
using InspectionPortal.Domain.Reporting.Editions;

namespace InspectionPortal.Web.Features.Scrutiny.Movement;

/// <summary>What moved in one live plan since a moment.</summary>
internal sealed class LiveMovement
{
    /// <summary>Compares a live plan with a moment.</summary>
    /// <param name="facts">The plan.</param>
    /// <param name="key">The partnership's key to ratings.</param>
    /// <param name="since">The moment.</param>
    /// <param name="known">The report that was approved at the moment; null for none.</param>
    public LiveMovement(LivePlanFacts facts, IReadOnlyList<Rating> key, DateTimeOffset since, ReportFacts? known)
    {
        Moves = [.. facts.Projects.Where(p => p.IsWork && p.RatedAt > since)
            .Select(p => (Project: p, Before: Rating.Find(key, Before(p, since, known)), Now: Rating.Find(key, p.Rag)))
            .Select(m => new LiveMove(m.Project, m.Before, m.Now, RatingMoves.Between(m.Before, m.Now)))
            .Where(m => m.Move != MoveKind.Same)];
        var worked = facts.Projects.Where(p => p.IsWork).Select(p => p.Id).ToHashSet();
        Slips = facts.Slips.Where(s => s.At > since && s.IsLater && worked.Contains(s.ProjectId)).OrderBy(s => s.At)
            .ToLookup(s => s.ProjectId);
    }

    public IReadOnlyList<LiveMove> Moves { get; }

    /// <summary>Deadlines that moved later, by project.</summary>
    public ILookup<Guid, LiveSlip> Slips { get; }

    /// <summary>
    /// The rating at the moment: of the last update accepted by then, or of the report approved by then where that was submitted later.
    /// </summary>
    private static string? Before(LiveProject project, DateTimeOffset since, ReportFacts? known)
    {
        var update = project.Ratings.Where(r => r.At <= since).MaxBy(r => r.At);
        var reported = known?.Projects.FirstOrDefault(p => p.Id == project.Id);
        return reported is not null && (update is null || update.At < known!.SubmittedAt) ? reported.Rating : update?.Code;
    }
}
