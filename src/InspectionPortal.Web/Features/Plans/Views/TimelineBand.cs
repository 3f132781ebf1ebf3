namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>A stretch of time with what falls into it.</summary>
public sealed record TimelineBand(string Key, string Heading, IReadOnlyList<TimelineRow> Rows);
