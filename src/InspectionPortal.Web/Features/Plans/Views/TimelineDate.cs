using InspectionPortal.Domain.Deadlines;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>A date as written and as understood.</summary>
/// <param name="Words">As written.</param>
/// <param name="Day">The next day that matters; null where none is understood.</param>
/// <param name="Stages">Every day that the words name, where they name several.</param>
public sealed record TimelineDate(string Words, DateOnly? Day, IReadOnlyList<DateOnly> Stages)
{
    /// <summary>The date, from a deadline; null where nothing is written.</summary>
    public static TimelineDate? Of(Deadline deadline, DateOnly today) =>
        deadline.Text.Length == 0 ? null : new TimelineDate(
            deadline.Text, deadline.NextDue(today) ?? deadline.Due, [.. deadline.Stages.Select(s => s.Due).OfType<DateOnly>()]);
}
