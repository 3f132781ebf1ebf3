namespace InspectionPortal.Web.Features.Reports;

/// <summary>A version of a report that was withheld or shown again.</summary>
public sealed record ReportDecided(Guid PeriodId, int Number);
