using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Features.Reports;

public sealed record ReportRow(Guid PeriodId, string Title, string Plan, PeriodState State, DateOnly DueOn, bool HasReport, string Words);
