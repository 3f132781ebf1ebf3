namespace InspectionPortal.Web.Features.Account;

/// <summary>One place where the person is signed in.</summary>
/// <param name="Id">The session's id; it opens nothing.</param>
/// <param name="Browser">Such as "Firefox on Windows".</param>
/// <param name="StartedAt">When they signed in.</param>
/// <param name="LastSeenAt">The last use, to the minute.</param>
/// <param name="IsThisOne">True for the session that shows the page.</param>
public sealed record AccountSession(Guid Id, string Browser, DateTimeOffset StartedAt, DateTimeOffset LastSeenAt, bool IsThisOne);
