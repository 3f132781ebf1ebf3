namespace InspectionPortal.Web.Features.Reports;

/// <summary>True where this decision published the report.</summary>
public sealed record QuarterDecided(Guid PeriodId, bool IsPublished);
