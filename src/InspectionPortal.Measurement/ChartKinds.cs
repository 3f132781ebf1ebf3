namespace InspectionPortal.Measurement;

/// <summary>The names of the charts outside the program, and what sort of figures each takes.</summary>
public static class ChartKinds
{
    private static readonly string[] Names = ["run", "i", "mr", "p", "pp", "u", "up", "c", "g", "t"];

    /// <summary>The wire names in the order of the enumeration: run, i, mr, p, pp, u, up, c, g, t.</summary>
    public static IReadOnlyList<string> All => Names;

    /// <summary>The wire name of a chart: "pp" for p′.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public static string ToWire(this ChartKind kind) =>
        Enum.IsDefined(kind) ? Names[(int)kind] : throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of chart.");

    /// <summary>The chart with a wire name. Upper and lower case differ.</summary>
    /// <returns>False, and <see cref="ChartKind.Run"/>, when no chart has that name.</returns>
    public static bool TryFromWire(string? name, out ChartKind kind)
    {
        var index = Array.IndexOf(Names, name);
        kind = index < 0 ? ChartKind.Run : (ChartKind)index;
        return index >= 0;
    }

    /// <summary>True for p, p′, u and u′, whose limits follow each point's denominator: they need numerators and denominators.</summary>
    public static bool NeedsDenominators(this ChartKind kind) =>
        kind is ChartKind.Proportion or ChartKind.ProportionPrime or ChartKind.Rate or ChartKind.RatePrime;

    /// <summary>True for p and p′, where a numerator is part of its denominator.</summary>
    public static bool IsProportion(this ChartKind kind) => kind is ChartKind.Proportion or ChartKind.ProportionPrime;

    /// <summary>True for every chart but the run chart.</summary>
    public static bool HasLimits(this ChartKind kind) => kind != ChartKind.Run;

    /// <summary>True where the centre line is a median: run and g. Elsewhere it is an average.</summary>
    public static bool HasMedian(this ChartKind kind) => kind is ChartKind.Run or ChartKind.Geometric;
}
