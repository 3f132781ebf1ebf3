namespace InspectionPortal.Web.Features.Account.Feeds;

/// <summary>A new address, in this answer and nowhere else.</summary>
public sealed record CalendarFeedCreated(string Address);
