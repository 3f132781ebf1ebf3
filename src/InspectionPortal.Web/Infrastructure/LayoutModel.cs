namespace InspectionPortal.Web.Infrastructure;

/// <summary>What surrounds every page: who is here, in which partnership, and where they can go.</summary>
/// <param name="PortalName">The name in the header and at the end of every browser title.</param>
/// <param name="PartnershipName">The partnership the page is about; null outside one.</param>
/// <param name="TenantBase">The first segment of the partnership's addresses with its slash ("/aberdeen"), or null outside one.</param>
/// <param name="Partnerships">Every partnership this person can open. The header shows a menu when there are several.</param>
/// <param name="PersonName">The words on the person's menu; null when nobody is signed in.</param>
/// <param name="Places">The row of places, only those the role can enter. Addresses are absolute.</param>
/// <param name="AsAt">The day a demonstration takes for today; null where there is none to show.</param>
/// <param name="Demonstration">What a demonstration says of itself; null for a partnership at work.</param>
/// <param name="Version">The version of the portal, without the word.</param>
public sealed record LayoutModel(
    string PortalName,
    string? PartnershipName,
    string? TenantBase,
    IReadOnlyList<LayoutLink> Partnerships,
    string? PersonName,
    IReadOnlyList<LayoutPlace> Places,
    DateOnly? AsAt,
    DemonstrationBanner? Demonstration,
    string Version)
{
    /// <summary>Where the search of the header goes; null where there is nothing to search.</summary>
    public string? SearchAddress { get; init; }
}
