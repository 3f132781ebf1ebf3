namespace InspectionPortal.Domain.Reporting.Editions;

/// <summary>A deadline that moved from one day to another; null is no day.</summary>
public sealed record ReportedSlip(DateOnly? From, DateOnly? To);
