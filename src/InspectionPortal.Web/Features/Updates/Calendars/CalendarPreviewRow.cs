using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Features.Updates.Calendars;

/// <summary>A period of the preview.</summary>
/// <param name="Period">Its days.</param>
/// <param name="Note">What else there is to know; null for nothing.</param>
public sealed record CalendarPreviewRow(PlannedPeriod Period, string? Note);
