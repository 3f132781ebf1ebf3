namespace InspectionPortal.Web.Features.Reports;

public sealed record QuarterSubmitted(Guid PeriodId);
