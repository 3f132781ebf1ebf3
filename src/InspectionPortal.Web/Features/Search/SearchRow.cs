using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Features.Search;

/// <summary>One row that a search found, as the database gives it.</summary>
internal sealed class SearchRow
{
    public required int TenantId { get; init; }

    public required Guid Id { get; init; }

    /// <summary>What its link names: the item, or what it is shown on.</summary>
    public required Guid LinkId { get; init; }

    public string? Number { get; init; }

    public string? Title { get; init; }

    /// <summary>Where the words may be, beside number and title; the first that has one is shown.</summary>
    public string?[] Texts { get; init; } = [];

    public SearchPlace? Place { get; init; }

    /// <summary>What else to say of it, such as the quarter.</summary>
    public string? Note { get; init; }

    /// <summary>The day of a position statement; null for everything else.</summary>
    public DateOnly? AsAt { get; init; }

    /// <summary>How far an update is; null for everything else, and for updates from before the portal.</summary>
    public UpdateState? State { get; init; }
}
