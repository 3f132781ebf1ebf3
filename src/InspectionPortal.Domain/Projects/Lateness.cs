using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Domain.Projects;

/// <summary>
/// What is late: a project itself, or sub-actions of it. Every page that shows, counts or filters what is late asks here, so that
/// all of them mean the same; the days are reckoned by <see cref="Deadline"/>.
/// </summary>
/// <param name="Own">The project's own deadline.</param>
/// <param name="Steps">How many of its sub-actions are past their date.</param>
public sealed record Lateness(DeadlineNote Own, int Steps)
{
    public bool IsLate => Own.IsLate || Steps > 0;

    /// <summary>True where only sub-actions are late: the project's own deadline does not show it.</summary>
    public bool IsOnlyInSteps => !Own.IsLate && Steps > 0;

    public static Lateness Of(DeadlineNote own, IEnumerable<DeadlineNote> steps) => new(own, steps.Count(s => s.IsLate));

    /// <summary>The deadline of a sub-action; nothing presses where it is done, or the project is over.</summary>
    public static DeadlineNote OfStep(Deadline deadline, ProjectStatus status, DateOnly today, bool isProjectOver) =>
        DeadlineNote.Of(deadline, today, isProjectOver || status.IsFinished());

    /// <summary>"2 sub-actions late", in the partnership's word.</summary>
    public string StepWords(string word) => $"{EnglishText.CountOf(Steps, EnglishText.Within(word))} late";

    /// <summary>What a filter by lateness asks for, in words.</summary>
    public static string FilterWords(string stepWord) => $"Late, or with a late {EnglishText.Within(stepWord)}";
}
