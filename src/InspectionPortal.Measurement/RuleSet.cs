namespace InspectionPortal.Measurement;

/// <summary>
/// Rules for reading a chart. A chart is read by one set; sets are never mixed, because each adds its own false alarms, and
/// together they would call almost any series special.
/// </summary>
public enum RuleSet
{
    /// <summary>
    /// Unusually long runs or unusually few crossings of the centre line, per phase (<see cref="AnhoejRules"/>), and on charts with limits
    /// a point outside them. For every chart. Anhøj &amp; Olesen 2014; Anhøj 2015.
    /// </summary>
    Anhoej,

    /// <summary>
    /// The rules of NHS England's Making Data Count programme for individuals charts (<see cref="MakingDataCountRules"/>): a point outside the limits, a
    /// trend of 7, two of three near a limit, a shift of 7; the only set with variation and assurance.
    /// </summary>
    MakingDataCount,

    /// <summary>
    /// The older run chart rules (<see cref="ClassicRules"/>): shift of 6, trend of 5, the runs table. An astronomical point is for the eye of the reader and is not computed. For
    /// run charts. Perla, Provost &amp; Murray 2011. The trend rule is weak: Anhøj &amp; Olesen 2014 found that it
    /// adds false alarms and hardly any true ones.
    /// </summary>
    Classic,
}

/// <summary>The names of the rule sets outside the program, and the charts that each may read.</summary>
public static class RuleSets
{
    private static readonly string[] Names = ["anhoej", "making-data-count", "classic"];

    /// <summary>The wire names in the order of the enumeration.</summary>
    public static IReadOnlyList<string> All => Names;

    /// <summary>The wire name: "making-data-count".</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public static string ToWire(this RuleSet rules) =>
        Enum.IsDefined(rules) ? Names[(int)rules] : throw new ArgumentOutOfRangeException(nameof(rules), rules, "Not a set of rules.");

    /// <summary>The set with a wire name. Upper and lower case differ.</summary>
    /// <returns>False, and <see cref="RuleSet.Anhoej"/>, when no set has that name.</returns>
    public static bool TryFromWire(string? name, out RuleSet rules)
    {
        var index = Array.IndexOf(Names, name);
        rules = index < 0 ? RuleSet.Anhoej : (RuleSet)index;
        return index >= 0;
    }

    /// <summary>True where the rules were published for the chart: anhoej for all, making data count for i, classic for run.</summary>
    public static bool MayRead(this RuleSet rules, ChartKind chart) => rules switch
    {
        RuleSet.Anhoej => Enum.IsDefined(chart),
        RuleSet.MakingDataCount => chart == ChartKind.Individuals,
        RuleSet.Classic => chart == ChartKind.Run,
        _ => false,
    };
}

/// <summary>Which way is better.</summary>
public enum ImprovementDirection
{
    /// <summary>Neither: a change is a change, not an improvement or a concern.</summary>
    None,

    /// <summary>Higher is better.</summary>
    Up,

    /// <summary>Lower is better.</summary>
    Down,
}
