namespace InspectionPortal.Domain.Reporting;

/// <summary>The days that one period of a calendar covers, and the meeting that ends them where meetings make the periods.</summary>
internal sealed record CalendarSpan(DateOnly From, DateOnly To, DateOnly? Meeting = null);
