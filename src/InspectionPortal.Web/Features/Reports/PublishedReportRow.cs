namespace InspectionPortal.Web.Features.Reports;

/// <summary>One version of a report in the list of link officers.</summary>
public sealed record PublishedReportRow(ReportVersion Version, string Plan, bool IsNewest);
