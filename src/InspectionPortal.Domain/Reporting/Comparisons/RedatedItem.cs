using InspectionPortal.Domain.Reporting.Editions;

namespace InspectionPortal.Domain.Reporting.Comparisons;

/// <summary>An item whose deadline differs.</summary>
/// <param name="Item">Which.</param>
/// <param name="From">The deadline before.</param>
/// <param name="To">The deadline after.</param>
/// <param name="Reasons">What the reports say about it, oldest first; empty where they say nothing.</param>
public sealed record RedatedItem(ComparedItem Item, SnapshotDeadline From, SnapshotDeadline To, IReadOnlyList<string> Reasons)
{
    /// <summary>Days later, negative for earlier; null where a side has no date.</summary>
    public int? DaysLater => From.Due is { } before && To.Due is { } after ? after.DayNumber - before.DayNumber : null;
}
