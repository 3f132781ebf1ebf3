namespace InspectionPortal.Web.Features.Search;

/// <summary>Where something belongs: its plan, and what of the plan it is part of.</summary>
internal sealed class SearchPlace
{
    public string? Plan { get; init; }

    public string? AimNumber { get; init; }

    public string? Aim { get; init; }

    public string? ProjectNumber { get; init; }

    public string? Project { get; init; }
}
