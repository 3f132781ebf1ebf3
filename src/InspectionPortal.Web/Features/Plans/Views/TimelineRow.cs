using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>A project, sub-action or milestone in time.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Href">Its page, below the partnership.</param>
/// <param name="Number">The project's number.</param>
/// <param name="Title">Its words.</param>
/// <param name="Original">The first date; null where it never moved.</param>
/// <param name="Current">The date in force.</param>
/// <param name="Forecast">When those who do the work expect to be done; null where they agree.</param>
/// <param name="Reasons">Why it moved, the last first.</param>
/// <param name="Reference">Where else the plan says to look.</param>
/// <param name="Note">The date in force as pages show it.</param>
/// <param name="Status">Where the work is; null for a milestone.</param>
/// <param name="Rating">A project's rating.</param>
/// <param name="Missed">The first date that was missed; null where none was.</param>
/// <param name="IsFinished">True where no date presses any more.</param>
public sealed record TimelineRow(
    PlanGroupRowKind Kind, string Href, string? Number, string Title, TimelineDate? Original, TimelineDate? Current, TimelineDate? Forecast,
    IReadOnlyList<string> Reasons, string? Reference, DeadlineNote Note, ProjectStatus? Status, Rating? Rating, DateOnly? Missed, bool IsFinished)
{
    /// <summary>The first day of the work: its own where its deadline names one, else the plan's; null where neither is known.</summary>
    public DateOnly? Starts { get; init; }

    /// <summary>Days of a project's milestones.</summary>
    public IReadOnlyList<DateOnly> Milestones { get; init; } = [];

    /// <summary>Days on which sub-actions of a project are due.</summary>
    public IReadOnlyList<DateOnly> Steps { get; init; } = [];

    /// <summary>Every day of the date in force: its stages, or the one.</summary>
    public IReadOnlyList<DateOnly> Stages => Current switch
    {
        { Stages.Count: > 0 } staged => staged.Stages,
        { Day: { } day } => [day],
        _ => [],
    };

    /// <summary>From the start to the last day of the date in force; null where one of them is not known or the start is no earlier.</summary>
    public (DateOnly From, DateOnly To)? Bar => Starts is { } from && Stages.Count > 0 && Stages.Max() is var to && from < to ? (from, to) : null;

    /// <summary>True where there is a day to show, its own or one of something in it.</summary>
    public bool HasDay => Days().Any();

    /// <summary>A day of its own: in force, expected or first.</summary>
    public DateOnly? OwnDay => Current?.Day ?? Forecast?.Day ?? Original?.Day;

    /// <summary>The day by which a list in the order of time has it: the missed one, else its own, else the first within it.</summary>
    public DateOnly? ListedOn => Missed ?? OwnDay ?? Days().Order().Select(d => (DateOnly?)d).FirstOrDefault();

    /// <summary>The date in force in words, or where else the plan says to look.</summary>
    public string NowSaid => (Current, Reference) switch
    {
        ({ } now, _) => TimelineText.Say(now),
        (null, { } place) => $"None, see {place}",
        _ => "None",
    };

    /// <summary>Days from the first date to the last one known of; null where one is not known or nothing moved.</summary>
    public int? Slip => Original?.Day is { } first && Current?.Day is { } now ? now.DayNumber - first.DayNumber : null;

    /// <summary>Days from the date in force to the forecast; null where there is none.</summary>
    public int? Expected => Forecast?.Day is { } then && Current?.Day is { } now ? then.DayNumber - now.DayNumber : null;

    /// <summary>The days that the row shows; the start alone shows nothing.</summary>
    public IEnumerable<DateOnly> Days()
    {
        List<DateOnly> days = [.. new[] { Original?.Day, Forecast?.Day }.OfType<DateOnly>(), .. Stages, .. Milestones, .. Steps];
        return Bar is { } bar ? days.Append(bar.From) : days;
    }
}
