namespace InspectionPortal.Web.Infrastructure;

/// <summary>A link in the header: its words and its absolute address.</summary>
public sealed record LayoutLink(string Text, string Href);
