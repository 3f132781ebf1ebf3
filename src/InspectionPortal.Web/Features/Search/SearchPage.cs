using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Search;

/// <summary>What was searched for and what was found.</summary>
public sealed record SearchPage : IReadByLinkOfficers
{
    /// <summary>Results of one kind on the page of all kinds.</summary>
    public const int FewSize = 10;

    /// <summary>Results on a page of one kind.</summary>
    public const int PageSize = 20;

    /// <summary>What was typed; null where nothing was.</summary>
    public string? Q { get; init; }

    /// <summary>Why nothing was searched.</summary>
    public string? Error { get; init; }

    /// <summary>How the words were understood, where that may surprise.</summary>
    public string? Note { get; init; }

    /// <summary>Kinds of which something was found.</summary>
    public IReadOnlyList<SearchGroup> Groups { get; init; } = [];

    /// <summary>The only kind that is shown; null for all.</summary>
    public SearchKind? Kind { get; init; }

    public int Page { get; init; } = 1;

    public required Vocabulary Vocabulary { get; init; }

    /// <summary>The address of the search itself.</summary>
    public required string Address { get; init; }

    public int Total => Groups.Sum(g => g.Total);

    public int Pages => Kind is null ? 1 : (Total + PageSize - 1) / PageSize;

    /// <summary>The access log says that a search was read, and not what for.</summary>
    public string WhatWasRead => "Search results";

    /// <summary>The address of one kind's page.</summary>
    public string AddressOf(SearchKind kind, int page = 1) =>
        $"{Address}?q={Uri.EscapeDataString(Q ?? string.Empty)}&kind={SearchLabels.Segment(kind)}{(page > 1 ? $"&page={page}" : "")}";

    /// <summary>The address of all kinds.</summary>
    public string AddressOfAll => $"{Address}?q={Uri.EscapeDataString(Q ?? string.Empty)}";
}
