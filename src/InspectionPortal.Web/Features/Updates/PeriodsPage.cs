namespace InspectionPortal.Web.Features.Updates;

public sealed record PeriodsPage(IReadOnlyList<PeriodLine> Periods, bool HasPlan, bool MayOpen);
