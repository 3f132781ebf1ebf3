namespace InspectionPortal.Web.Infrastructure.PageCaching;

/// <summary>Which page it is, beyond the partnership and its revision.</summary>
/// <param name="Reader">Who reads it, with what rights, on what day.</param>
/// <param name="Address">Path and query.</param>
public readonly record struct PageCacheKey(string Reader, string Address);
