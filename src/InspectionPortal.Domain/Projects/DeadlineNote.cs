using InspectionPortal.Domain.Deadlines;

namespace InspectionPortal.Domain.Projects;

/// <summary>A deadline as pages show it: the words as written, how late it is, and what comes next.</summary>
/// <param name="Text">As written; empty where nothing is.</param>
/// <param name="DaysLate">Whole days past the first date that was missed; 0 when not late.</param>
/// <param name="What">What is late, where it is one of several dates.</param>
/// <param name="Then">The dates still to come, where the first is late.</param>
public sealed record DeadlineNote(string Text, int DaysLate, string? What, string? Then)
{
    public bool IsLate => DaysLate > 0;

    /// <summary>Reads a deadline on a day. Work that is finished is never late.</summary>
    public static DeadlineNote Of(Deadline deadline, DateOnly today, bool isFinished)
    {
        var late = isFinished ? 0 : deadline.DaysLate(today);
        if (late == 0 || deadline.Stages.Count < 2)
        {
            return new DeadlineNote(deadline.Text, late, null, null);
        }

        var what = deadline.Kind == DeadlineKind.List ? "First date" : "First stage";
        var next = deadline.Stages.Where(s => s.Due >= today).OrderBy(s => s.Due).Select(s => s.Label).ToList();
        return new DeadlineNote(deadline.Text, late, what, next.Count == 0 ? null : $"then {string.Join(", ", next)}");
    }
}
