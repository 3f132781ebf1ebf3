using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Features.Home;

/// <summary>What a partnership has set up so far.</summary>
internal sealed class SetUpFacts
{
    public int Projects { get; init; }

    public int Recommendations { get; init; }

    /// <summary>Responsibilities that lead work.</summary>
    public int Responsibilities { get; init; }

    /// <summary>Those of them that nobody holds.</summary>
    public int WithoutHolder { get; init; }

    /// <summary>The newest plan; null where there is none.</summary>
    public Guid? PlanId { get; init; }

    public bool HasCalendarOrPeriod { get; init; }

    /// <summary>Members and people invited, partnership leads left out.</summary>
    public int Others { get; init; }

    public bool HasChiefOfficer { get; init; }

    public int Grants { get; init; }

    /// <summary>True once a report is published: by then the list has served its purpose.</summary>
    public bool HasReport { get; init; }

    /// <summary>The steps in the order in which they help each other; empty where the list is not needed any more.</summary>
    public IReadOnlyList<SetUpStep> Steps()
    {
        List<SetUpStep> steps =
        [
            new(
                "Import or write the plan", Projects == 0 ? "Word, Excel and CSV files can be imported"
                    : $"{EnglishText.Count(Projects, "project")} in the plan",
                "~/plans/import", "Import a plan", Projects > 0),
            new(
                "Add the inspection and what it recommended",
                Recommendations == 0 ? "Then the plan can show what answers each recommendation"
                    : $"{EnglishText.Count(Recommendations, "recommendation")} added",
                "~/inspections/new", "Add an inspection", Recommendations > 0),
            new("Say who holds each responsibility", Holders, "~/people/responsibilities", "Assign people", Responsibilities > 0
                && WithoutHolder == 0),
            new(
                "Set the reporting calendar", HasCalendarOrPeriod ? "Set, or a period is open"
                    : "Periods then open by themselves, and people are reminded",
                PlanId is { } plan ? $"~/periods/calendar/{plan}" : "~/periods", "Set the calendar", HasCalendarOrPeriod),
            new("Invite people", People, "~/people/invite", "Invite", Others > 0 && HasChiefOfficer),
            new(
                "Give the inspectorate access", Grants == 0 ? "No one outside the partnership can read anything yet"
                    : $"{EnglishText.Count(Grants, "body or officer has", "bodies or officers have")} access",
                "~/people/scrutiny/new", "Give access", Grants > 0),
        ];
        return HasReport || steps.TrueForAll(s => s.IsDone) ? [] : steps;
    }

    private string Holders => Responsibilities == 0
        ? "The plan names no leads yet"
        : WithoutHolder == 0 ? $"{EnglishText.Count(Responsibilities, "lead")}, each with someone assigned"
        : $"{EnglishText.Count(WithoutHolder, "lead has", "leads have")} no one assigned, so no one is asked for their updates";

    private string People => (Others, HasChiefOfficer) switch
    {
        (0, _) => "Only partnership leads are here",
        (_, false) => "There is no chief officer to approve reports yet",
        _ => $"{EnglishText.Count(Others, "other person", "other people")} here or invited",
    };
}
