namespace InspectionPortal.Web.Features.Account.Feeds;

/// <summary>A day in somebody's calendar feed.</summary>
/// <param name="Uid">The same for as long as the thing exists, so that a calendar app moves it when its date changes.</param>
/// <param name="On">The day.</param>
/// <param name="Text">What is on that day: no more of the plan than a number and a title.</param>
/// <param name="Partnership">Whose it is.</param>
/// <param name="Link">The whole address of its page, which asks to sign in.</param>
public sealed record CalendarEntry(string Uid, DateOnly On, string Text, string Partnership, string Link);
