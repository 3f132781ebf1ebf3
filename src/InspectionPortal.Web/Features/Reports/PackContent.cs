using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>What goes into an evidence pack; the files themselves are read while it is sent.</summary>
public sealed record PackContent : IReadByLinkOfficers
{
    public required string Partnership { get; init; }

    /// <summary>"Recommendation 4", the title of an inspection, or "all evidence".</summary>
    public required string About { get; init; }

    public required string RecommendationWord { get; init; }
    public required string MadeBy { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public required TimeZoneInfo Zone { get; init; }
    public IReadOnlyList<PackRecommendation> Recommendations { get; init; } = [];

    /// <summary>Released versions that may be read, the newest first.</summary>
    public IReadOnlyList<PackItem> Items { get; init; } = [];

    /// <summary>Files that are left out until they are scanned.</summary>
    public int NotScanned { get; init; }

    /// <summary>Approved reports, the newest first.</summary>
    public IReadOnlyList<PackReport> Reports { get; init; } = [];

    public string WhatWasRead =>
        $"Evidence pack of {About}: {EnglishText.Count(Items.Count, "item")} and {EnglishText.Count(Reports.Count, "report")}";
}
