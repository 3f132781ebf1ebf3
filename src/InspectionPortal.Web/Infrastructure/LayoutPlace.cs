namespace InspectionPortal.Web.Infrastructure;

/// <summary>A place in the row under the header. A page says which one it belongs to with <c>ViewData["Place"]</c>.</summary>
public sealed record LayoutPlace(string Key, string Text, string Href);
