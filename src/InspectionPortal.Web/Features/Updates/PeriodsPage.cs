using InspectionPortal.Web.Features.Updates.Calendars;

namespace InspectionPortal.Web.Features.Updates;

public sealed record PeriodsPage(IReadOnlyList<PeriodLine> Periods, IReadOnlyList<PlanCalendarLine> Calendars, bool MayOpen)
{
    public bool HasPlan => Calendars.Count > 0;
}
