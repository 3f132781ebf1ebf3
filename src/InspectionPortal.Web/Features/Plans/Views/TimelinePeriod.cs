namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>A reporting period on the timeline.</summary>
public sealed record TimelinePeriod(Guid Id, string Title, DateOnly From, DateOnly To);
