namespace InspectionPortal.Web.Features.Reports;

public sealed record PublishedReportRow(Guid PeriodId, string Title, string Plan, string ApprovedOn);
