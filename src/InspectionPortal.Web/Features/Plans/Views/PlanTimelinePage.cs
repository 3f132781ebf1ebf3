using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>The timeline.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="HasSteps">True with sub-actions and milestones as rows of their own.</param>
/// <param name="IsA3">True where it is set up for A3.</param>
/// <param name="Rows">Everything that is shown.</param>
/// <param name="Periods">Reporting periods that the reader may see.</param>
public sealed record PlanTimelinePage(
    PlanContent Plan, bool HasSteps, bool IsA3, IReadOnlyList<TimelineRow> Rows, IReadOnlyList<TimelinePeriod> Periods) : IReadByLinkOfficers
{
    public const string Address = "timeline";

    public string WhatWasRead => $"Timeline of the plan: {Plan.Head.Title}";

    /// <summary>The months; null where nothing has a day.</summary>
    public TimelineChart? Chart { get; } = TimelineChart.Of(Rows, Plan.Today, Periods);

    /// <summary>What is drawn, the most pressing first.</summary>
    public IReadOnlyList<TimelineBand> Bands { get; } = TimelineRows.InBands([.. Rows.Where(r => r.HasDay)], Plan.Today);

    /// <summary>What has no day.</summary>
    public IReadOnlyList<TimelineRow> Undated => [.. Rows.Where(r => !r.HasDay)];

    public IReadOnlyList<TimelineMonth> Months => TimelineMonth.Of(Rows.Where(r => r.HasDay));

    /// <summary>What the view keeps in its address beside filters.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Carried => Pairs(HasSteps, IsA3);

    /// <summary>The same with or without sub-actions.</summary>
    public string Turned => At(!HasSteps, IsA3);

    /// <summary>The same for the other paper.</summary>
    public string OtherPaper => At(HasSteps, !IsA3);

    private string At(bool hasSteps, bool isA3) =>
        Plan.Filter.At($"{Address}?{string.Join('&', Pairs(hasSteps, isA3).Select(p => $"{p.Key}={p.Value}"))}".TrimEnd('?'));

    private static List<KeyValuePair<string, string>> Pairs(bool hasSteps, bool isA3)
    {
        List<KeyValuePair<string, string>> pairs = [];
        if (hasSteps)
        {
            pairs.Add(KeyValuePair.Create("with", "steps"));
        }

        if (isA3)
        {
            pairs.Add(KeyValuePair.Create("paper", "a3"));
        }

        return pairs;
    }
}
