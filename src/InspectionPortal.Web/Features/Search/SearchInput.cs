namespace InspectionPortal.Web.Features.Search;

/// <summary>What the address asks for.</summary>
public sealed class SearchInput
{
    public string? Q { get; set; }

    /// <summary>The only kind to show, as <see cref="SearchLabels.Segment"/> writes it.</summary>
    public string? Kind { get; set; }

    public int Page { get; set; } = 1;
}
