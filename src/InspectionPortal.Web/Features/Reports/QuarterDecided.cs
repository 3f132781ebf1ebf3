namespace InspectionPortal.Web.Features.Reports;

/// <summary>True where this decision published the report; whether it was about a correction of it.</summary>
public sealed record QuarterDecided(Guid PeriodId, bool IsPublished, bool IsCorrection);
