namespace InspectionPortal.Measurement;

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
