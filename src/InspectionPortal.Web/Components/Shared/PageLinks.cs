namespace InspectionPortal.Web.Components.Shared;

/// <summary>Links to the page before and after the one that is shown, of a list that is longer than a page.</summary>
/// <param name="Page">The page that is shown, counted from 1.</param>
/// <param name="Pages">How many there are.</param>
/// <param name="Href">The address of a page.</param>
public sealed record PageLinks(int Page, int Pages, Func<int, string> Href)
{
    /// <summary>True for a list that starts with what is newest: the links then say so.</summary>
    public bool IsByTime { get; init; }
}
