namespace InspectionPortal.Web.Infrastructure.PageCaching;

/// <summary>One entry of the access log that a look at a page makes.</summary>
/// <param name="Query">The query that read it.</param>
/// <param name="What">What was read, in words.</param>
public sealed record PageRead(string Query, string What);
