using InspectionPortal.Domain.Reporting.Editions;

namespace InspectionPortal.Domain.Reporting.Comparisons;

/// <summary>
/// When each project is expected, from report to report, and whether that day moved later. It is the forecast of the accepted update,
/// else the deadline. A forecast stays known while no update comes and the deadline stays. In the first report of a project it
/// is held against the deadline from before the changes which that report lists.
/// </summary>
public sealed class ExpectedDates
{
    private readonly Dictionary<Guid, (DateOnly? Expected, SnapshotDeadline Deadline)> _known = [];

    /// <summary>True where a day moved later. A side without a day is neither earlier nor later.</summary>
    public static bool IsLater(DateOnly? before, DateOnly? now) => now > before;

    /// <summary>Takes the next report of a project in.</summary>
    /// <returns>True where it is expected later than before. A side without a day is neither earlier nor later.</returns>
    public bool Slips(SnapshotProject project)
    {
        ArgumentNullException.ThrowIfNull(project);
        var isKnown = _known.TryGetValue(project.Id, out var last);
        var before = isKnown ? last.Expected : project.Slips.Count > 0 ? project.Slips[0].From.Due : project.Deadline.Due;
        var keeps = isKnown && project.Update is null && last.Deadline == project.Deadline;
        var now = keeps ? last.Expected : project.Update?.Forecast?.Due ?? project.Deadline.Due;
        _known[project.Id] = (now ?? before, project.Deadline);
        return IsLater(before, now) && project.NoActionNeeded is null;
    }
}
