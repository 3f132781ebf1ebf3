namespace InspectionPortal.Web.Infrastructure.PageCaching;

/// <summary>
/// Marks a page that stays the same for its reader until something in the partnership changes or a new day begins. What it shows must be
/// counted by <c>page_revisions</c>, and may depend on nothing else than the address, the reader and the day; tests walk every marked
/// page and hold that.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CachedPageAttribute : Attribute;
