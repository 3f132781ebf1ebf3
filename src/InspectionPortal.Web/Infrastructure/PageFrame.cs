namespace InspectionPortal.Web.Infrastructure;

/// <summary>What surrounds every page: who is here, in which partnership, and where they can go.</summary>
/// <param name="PortalName">The name in the header and at the end of every browser title.</param>
/// <param name="PartnershipName">The partnership the page is about; null outside one.</param>
/// <param name="TenantBase">The first segment of the partnership's addresses with its slash ("/aberdeen"), or null outside one.</param>
/// <param name="Partnerships">Every partnership this person can open. The header shows a menu when there are several.</param>
/// <param name="PersonName">The words on the person's menu; null when nobody is signed in.</param>
/// <param name="Places">The row of places, only those the role can enter. Addresses are absolute.</param>
/// <param name="AsAt">The day a demonstration takes for today; null where there is none to show.</param>
/// <param name="Demonstration">Whether the partnership is a demonstration.</param>
/// <param name="Version">The version of the portal, without the word.</param>
public sealed record PageFrame(
    string PortalName,
    string? PartnershipName,
    string? TenantBase,
    IReadOnlyList<FrameLink> Partnerships,
    string? PersonName,
    IReadOnlyList<FramePlace> Places,
    DateOnly? AsAt,
    bool Demonstration,
    string Version);

/// <summary>A link in the header: its words and its absolute address.</summary>
public sealed record FrameLink(string Text, string Href);

/// <summary>A place in the row under the header. A page says which one it belongs to with <c>ViewData["Place"]</c>.</summary>
public sealed record FramePlace(string Key, string Text, string Href);

/// <summary>Gives the layout the frame of the current request.</summary>
public interface IPageFrameSource
{
    /// <summary>The frame of the current request. Never null: outside a partnership it has fewer parts.</summary>
    PageFrame Current { get; }
}
