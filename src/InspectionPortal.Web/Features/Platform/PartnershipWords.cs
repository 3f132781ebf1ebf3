using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.TagHelpers;
using InspectionPortal.Web.Tenancy;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>What the administrator reads about a partnership, and what there is to choose from.</summary>
public static class PartnershipWords
{
    public static IReadOnlyList<Choice> Kinds { get; } =
    [
        new("A partnership", nameof(PartnershipKind.Partnership), "Several organisations answer the inspection together"),
        new("A council", nameof(PartnershipKind.Council), "One council answers it"),
    ];

    public static IReadOnlyList<SelectListItem> TimeZones { get; } =
        [.. PartnershipRules.TimeZones.Select(zone => new SelectListItem(zone.Split('/')[1], zone))];

    public static IReadOnlyList<SelectListItem> Quorums { get; } =
        [.. Enumerable.Range(1, Partnership.QuorumMaximum).Select(number => new SelectListItem($"{number}", $"{number}"))];

    public static string Kind(PartnershipKind kind) => kind == PartnershipKind.Council ? "Council" : "Partnership";

    public static string Now(PartnershipState state) => state switch
    {
        PartnershipState.Active => "The partnership is open again.",
        PartnershipState.Suspended => "The partnership is suspended. Nobody gets in until you reopen it.",
        _ => "The partnership is closed. Nothing is deleted; you can reopen it.",
    };
}
