namespace InspectionPortal.Domain.Reporting;

/// <summary>A period that a plan has: what it is called and which days it covers.</summary>
public sealed record PeriodDays(string Title, DateOnly From, DateOnly To);
