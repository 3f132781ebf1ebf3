using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Web.Components.TagHelpers;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>What the administrator reads about a partnership, and what there is to choose from.</summary>
public static class PartnershipLabels
{
    public static IReadOnlyList<Choice> Kinds { get; } =
    [
        new("A partnership", nameof(PartnershipKind.Partnership), "Several organisations respond to the inspection together"),
        new("A council", nameof(PartnershipKind.Council), "One council responds to the inspection"),
    ];

    public static IReadOnlyList<SelectListItem> TimeZones { get; } =
        [.. PartnershipRules.TimeZones.Select(zone => new SelectListItem(zone.Split('/')[1], zone))];

    public static IReadOnlyList<SelectListItem> Quorums { get; } =
        [.. Enumerable.Range(1, Partnership.QuorumMaximum).Select(number => new SelectListItem($"{number}", $"{number}"))];

    /// <summary>The number, or the rule that holds where none was chosen.</summary>
    public static string Quorum(int? quorum) =>
        quorum is { } number ? $"{number}" : "Not set: 2 if there are two or more chief officers, otherwise 1";

    public static string Kind(PartnershipKind kind) => kind == PartnershipKind.Council ? "Council" : "Partnership";

    public static string Now(PartnershipState state) => state switch
    {
        PartnershipState.Active => "Partnership reopened",
        PartnershipState.Suspended => "Partnership suspended. No one can use it until you reopen it.",
        _ => "Partnership closed. Nothing is deleted, and you can reopen it.",
    };
}
