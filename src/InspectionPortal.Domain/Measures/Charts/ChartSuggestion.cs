using System.Globalization;
using InspectionPortal.Measurement;

namespace InspectionPortal.Domain.Measures.Charts;

/// <summary>
/// The chart and the rules that a kind of data suggests, and why. The rules of suggestion, the first that applies deciding:
/// <list type="number">
/// <item>Fewer than 12 figures: a run chart, because limits would rest on too little.</item>
/// <item>A unit or a title that counts what lies between two rare events: t where it is time, g where it is a number of cases.</item>
/// <item>All figures with numerator and denominator, as a share: p; p′ where the denominators are 1,000 or more on average, because p
/// limits are then too narrow.</item>
/// <item>The same as a rate (a numerator above its denominator, or a unit with "per"): u; u′ from 1,000 on.</item>
/// <item>Whole numbers of things (no per cent, money, time or score): c.</item>
/// <item>Anything else: i.</item>
/// </list>
/// Rules: making data count for i where a way is better, because it has the two icons; Anhøj's for all else.
/// </summary>
public sealed record ChartSuggestion(ChartKind Chart, RuleSet Rules, string Because)
{
    public const int LargeDenominator = 1000;

    private static readonly string[] TimeUnits = ["day", "week", "month", "year", "hour", "minute"];
    private static readonly string[] NoCounts = ["%", "per cent", "percent", "£", "score", "point", "average", "mean", "median", "rating"];

    /// <summary>What is drawn and how it is read: what somebody chose, else what is suggested.</summary>
    public static (ChartKind Chart, RuleSet Rules) InForce(ChartSource source)
    {
        var suggested = For(source);
        var chart = source.Chart ?? suggested.Chart;
        var rules = source.Rules ?? (chart == suggested.Chart ? suggested.Rules : RulesFor(chart, source.Direction));
        return (chart, rules.MayRead(chart) ? rules : RuleSet.Anhoej);
    }

    public static ChartSuggestion For(ChartSource source)
    {
        var (chart, because) = Judge(source);
        return new ChartSuggestion(chart, RulesFor(chart, source.Direction), because);
    }

    public static RuleSet RulesFor(ChartKind chart, MeasureDirection direction) =>
        chart == ChartKind.Individuals && direction != MeasureDirection.None ? RuleSet.MakingDataCount : RuleSet.Anhoej;

    private static (ChartKind Chart, string Because) Judge(ChartSource source)
    {
        var figures = source.Charted;
        var (unit, title) = (source.Unit ?? "", source.Title);
        if (figures.Count < ChartAnalysis.FiguresForLimits)
        {
            return (ChartKind.Run, Say($"{figures.Count} {(figures.Count == 1 ? "figure" : "figures")} with a date: limits need {ChartAnalysis.FiguresForLimits} or more"));
        }

        if (Has(unit, "between") || Has(unit, "since") || Has(title, "between events") || Has(title, "days between"))
        {
            return Array.Exists(TimeUnits, t => Has(unit, t)) && figures.All(f => f.Value > 0)
                ? (ChartKind.TimeBetween, "the time between rare events")
                : (ChartKind.Geometric, "the number of cases between rare events");
        }

        if (figures.All(f => f.IsRatio))
        {
            return Ratio(figures, unit);
        }

        return unit.Length > 0 && figures.All(f => f.Value is { } value && value >= 0 && decimal.Truncate(value) == value)
            && !Array.Exists(NoCounts, n => Has(unit, n)) && !Array.Exists(TimeUnits, t => Has(unit, t))
            ? (ChartKind.Count, "counts, with each period like the others")
            : (ChartKind.Individuals, "figures that are not counts or proportions");
    }

    private static (ChartKind Chart, string Because) Ratio(IReadOnlyList<SourcePoint> figures, string unit)
    {
        var isLarge = figures.Average(f => f.Denominator!.Value) >= LargeDenominator;
        if (Has(unit, "per ") && !Has(unit, "per cent") || figures.Any(f => f.Numerator > f.Denominator))
        {
            return isLarge ? (ChartKind.RatePrime, "rates over large denominators") : (ChartKind.Rate, "a rate: a count over a denominator that varies");
        }

        return isLarge
            ? (ChartKind.ProportionPrime, "a proportion with large denominators, where the limits of a p chart are too narrow")
            : (ChartKind.Proportion, "a proportion: each figure with its numerator and denominator");
    }

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
