using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting.Comparisons;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Comparisons;

/// <summary>Ratings over all approved quarters of a plan.</summary>
public sealed class TrendPage : IReadByLinkOfficers
{
    /// <summary>Groups on one page.</summary>
    public const int PageLength = 20;

    /// <summary>The reports of the plan, oldest first; empty where none is approved.</summary>
    public required IReadOnlyList<ApprovedReport> Reports { get; init; }

    /// <summary>One report of each plan that has any.</summary>
    public required IReadOnlyList<ApprovedReport> Plans { get; init; }

    /// <summary>Titles of the periods whose report is withheld from the reader.</summary>
    public required IReadOnlyList<string> Withheld { get; init; }

    public required Vocabulary Vocabulary { get; init; }
    public required TrendView By { get; init; }
    public required int Page { get; init; }

    /// <summary>Null where no report is approved.</summary>
    public required RatingTrend? Trend { get; init; }

    public string WhatWasRead => Reports.Count == 0 ? "Ratings over all quarters" : $"Ratings over all quarters: {Reports[^1].PlanTitle}";

    /// <summary>All groups of this view.</summary>
    public IReadOnlyList<TrendGroup> Groups => (By, Trend) switch
    {
        (_, null) => [],
        (TrendView.Plan, { } trend) => [trend.Plan],
        (TrendView.Aim, { } trend) => trend.Aims,
        (_, { } trend) => trend.Leads,
    };

    public IEnumerable<TrendGroup> Shown => Groups.Skip((Page - 1) * PageLength).Take(PageLength);

    public int Pages => Math.Max(1, (Groups.Count + PageLength - 1) / PageLength);

    /// <summary>The key of the newest report.</summary>
    public IReadOnlyList<Rating> Key => Trend?.Reports[^1].RatingKey ?? [];

    public string Address(TrendView by, int page = 1) =>
        $"~/reports/ratings?plan={(Reports.Count == 0 ? null : Reports[^1].PlanId)}&by={by.ToString().ToLowerInvariant()}"
        + (page == 1 ? "" : $"&page={page}");
}
