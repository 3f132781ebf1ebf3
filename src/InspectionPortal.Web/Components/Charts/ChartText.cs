using System.Globalization;
using InspectionPortal.Domain.Measures.Charts;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Measurement;

namespace InspectionPortal.Web.Components.Charts;

/// <summary>Names of charts, rules and states.</summary>
public static class ChartText
{
    public static string Of(ChartKind chart) => chart switch
    {
        ChartKind.Run => "Run chart",
        ChartKind.Individuals => "Individuals chart (i)",
        ChartKind.MovingRange => "Moving range chart (mr)",
        ChartKind.Proportion => "Proportion chart (p)",
        ChartKind.ProportionPrime => "Proportion chart for large denominators (p′)",
        ChartKind.Rate => "Rate chart (u)",
        ChartKind.RatePrime => "Rate chart for large denominators (u′)",
        ChartKind.Count => "Count chart (c)",
        ChartKind.Geometric => "Cases between rare events (g)",
        _ => "Time between rare events (t)",
    };

    public static string Of(RuleSet rules) => rules switch
    {
        RuleSet.Anhoej => "Anhøj’s rules",
        RuleSet.MakingDataCount => "Making Data Count’s rules",
        _ => "the older run chart rules",
    };

    public static string Of(TestDecision decision) => decision switch
    {
        TestDecision.Adopt => "adopted",
        TestDecision.Adapt => "adapted",
        _ => "abandoned",
    };

    /// <summary>The chart, what it is read by, its baseline, and why it is this one.</summary>
    public static string Of(MeasureChart chart, ChartSuggestion suggestion, string? chosenBecause)
    {
        var series = chart.Mapped.Series;
        var line = series.Chart.HasMedian() ? "median" : "average";
        var baseline = chart.Source.BaselinePoints is { } points && series.FreezeAt is not null ? Say($"{line} of the first {points} figures") : $"{line} of all figures";
        var rebased = series.Phases.Count switch
        {
            0 => "no rebase",
            1 => "rebased once",
            var times => Say($"rebased {times} times"),
        };
        var chosen = chart.Source.Chart is null && chart.Source.Rules is null ? $"Suggested because of {suggestion.Because}" : $"Chosen: {chosenBecause ?? "no reason recorded"}";
        return $"{Of(series.Chart)} by {Of(series.Rules)}, {baseline}, {rebased}. {chosen}.";
    }

    /// <summary>How a target stands; null where it cannot be said.</summary>
    public static TargetLabels? Of(MeasureChart chart, MeasuredTarget target) => target.Reading.State switch
    {
        TargetState.OnTrack => new TargetLabels("On track", IsBad: false),
        TargetState.AtRisk => new TargetLabels("At risk", IsBad: true),
        TargetState.Met => new TargetLabels($"{chart.Number(target.Reading.Figure!.Value)}, met", IsBad: false),
        TargetState.Missed => new TargetLabels($"{chart.Number(target.Reading.Figure!.Value)}, missed", IsBad: true),
        _ => null,
    };

    /// <summary>At the beginning of a line.</summary>
    public static string Capital(RuleSet rules)
    {
        var words = Of(rules);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
