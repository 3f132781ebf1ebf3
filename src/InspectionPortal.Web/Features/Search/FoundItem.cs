namespace InspectionPortal.Web.Features.Search;

/// <summary>A row that has the words, and how well it fits them.</summary>
internal sealed class FoundItem
{
    /// <summary>A <see cref="SearchKind"/> as a number: the rows of all kinds come out of one command.</summary>
    public required int Kind { get; init; }

    public required int TenantId { get; init; }

    public required Guid Id { get; init; }

    public required float Rank { get; init; }
}
