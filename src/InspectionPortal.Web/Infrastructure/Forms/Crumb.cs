namespace InspectionPortal.Web.Infrastructure.Forms;

/// <summary>A step of the way to a page; addresses start with "~/".</summary>
public sealed record Crumb(string Text, string Address);
