namespace InspectionPortal.Web.Features.SecurityEvents;

/// <summary>Links to the newer and older lines.</summary>
/// <param name="Page">The page that is shown, counted from 1.</param>
/// <param name="Pages">How many there are.</param>
/// <param name="Href">The address of a page.</param>
public sealed record PageLinks(int Page, int Pages, Func<int, string> Href);
