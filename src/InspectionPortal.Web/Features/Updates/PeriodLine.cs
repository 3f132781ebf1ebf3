using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Features.Updates;

public sealed record PeriodLine(
    Guid Id, string Title, string Plan, DateOnly DueOn, DateOnly? MeetingOn, PeriodState State, int Answered, int Projects,
    PeriodDays Days, Guid PlanId)
{
    public string StateWords => State switch
    {
        PeriodState.Open => "Open for updates",
        PeriodState.WithLead => "With the partnership lead",
        PeriodState.Submitted => "With the chief officers",
        _ => "Approved",
    };
}
