using InspectionPortal.Domain.Ratings;

namespace InspectionPortal.Domain.Reporting.Comparisons;

/// <summary>A project whose rating differs.</summary>
public sealed record ReratedItem
{
    public required ComparedItem Item { get; init; }
    public required Rating Before { get; init; }
    public required Rating Now { get; init; }
    public required MoveKind Move { get; init; }

    /// <summary>Why the partnership lead rated it so, in the report where it first had this rating; null where it gives none.</summary>
    public required string? Reason { get; init; }

    /// <summary>What the update of that report said; null where there was none.</summary>
    public required string? Said { get; init; }
}
