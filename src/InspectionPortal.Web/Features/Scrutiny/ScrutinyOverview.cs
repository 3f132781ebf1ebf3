using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Scrutiny;

public sealed record ScrutinyOverview : IReadByLinkOfficers
{
    public required string Partnership { get; init; }
    public required string RecommendationWord { get; init; }
    public required TimeZoneInfo Zone { get; init; }
    public bool IsLive { get; init; }

    /// <summary>First moment at which nothing is open any more; null is until it is taken back.</summary>
    public DateTimeOffset? Until { get; init; }

    public IReadOnlyList<OverviewReport> Reports { get; init; } = [];
    public IReadOnlyList<OverviewRecommendation> Recommendations { get; init; } = [];
    public IReadOnlyList<OverviewEvidence> Lately { get; init; } = [];
    public DateOnly? NextReport { get; init; }

    /// <summary>What the figures of the opened live plans say.</summary>
    public SignalSet Signals { get; init; } = SignalSet.None;

    public string WhatWasRead => "Overview of the partnership";
}
