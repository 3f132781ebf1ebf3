using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace InspectionPortal.Measurement.Tests;

/// <summary>What holds for every series.</summary>
public sealed class PropertyTests
{
    private static readonly double?[] Figures = [.. Enumerable.Range(-6, 19).Select(i => (double?)(i * 4))];

    /// <summary>Small whole numbers, so that moving and scaling them rounds nothing: ties and points on the line are frequent.</summary>
    private static readonly Gen<double?[]> Values = Gen.Frequency((12, Gen.Elements(Figures)), (1, Gen.Constant((double?)null))).ArrayOf();

    private static readonly Gen<ChartSeries> Plain =
        from values in Values
        from pair in Gen.Elements((ChartKind.Run, RuleSet.Anhoej), (ChartKind.Run, RuleSet.Classic), (ChartKind.Individuals, RuleSet.Anhoej), (ChartKind.Individuals, RuleSet.MakingDataCount))
        from direction in Gen.Elements(Enum.GetValues<ImprovementDirection>())
        from screen in Gen.Elements(true, false)
        from freeze in Gen.Choose(0, Math.Max(0, values.Length))
        from rebase in Gen.Choose(0, Math.Max(0, values.Length - 1))
        from excluded in Gen.Choose(0, values.Length)
        select (ChartFixtures.Of(pair.Item1, pair.Item2, values) with
        {
            Direction = direction,
            ScreenMovingRanges = screen,
            Target = 12,
            FreezeAt = freeze == 0 ? null : freeze,
            Phases = freeze > 0 && rebase >= freeze ? [rebase] : [],
        }).Excluding(excluded);

    private static readonly Gen<double> Anything = Gen.OneOf(
        ArbMap.Default.GeneratorFor<NormalFloat>().Select(f => f.Get), Gen.Choose(-5, 60).Select(i => (double)i), Gen.Elements(0, 1, 1e300, -1e300, double.MaxValue, double.MinValue, double.Epsilon));

    private static readonly Gen<ChartSeries> Wild =
        from chart in Gen.Elements(Enum.GetValues<ChartKind>())
        from rules in Gen.Elements(Enum.GetValues<RuleSet>().Where(r => r.MayRead(chart)).ToArray())
        from figures in Gen.Two(Gen.Frequency((9, Anything.Select(v => (double?)v)), (1, Gen.Constant((double?)null)))).ArrayOf()
        from excluded in Gen.Choose(0, figures.Length)
        select (new ChartSeries { Chart = chart, Rules = rules, Direction = ImprovementDirection.Up, Target = 3, Points = [.. figures.Select(f => Valid(chart, f.Item1, f.Item2))] }).Excluding(excluded);

    [Fact]
    public void Analyse_AnyFinite_NeverThrowsAndLimitsInOrder() => Holds(Wild, series =>
    {
        Assert.Null(series.FindProblem());
        var analysis = series.Analysed();
        var reading = ChartReading.Of(analysis);
        return ChartSentence.Of(analysis).EndsWith('.') && (reading.Course == Course.NoFigures) == (analysis.LatestIndex < 0)
            && analysis.Points.Select((p, i) => (Point: p, analysis.PhaseOf(i).Centre)).All(p =>
                (p.Point.Lower is null || p.Point.Lower <= p.Centre) && (p.Point.Upper is null || p.Point.Upper >= p.Centre)
                && (!series.Chart.IsProportion() || (p.Point.Lower is null or >= 0 && p.Point.Upper is null or <= 1))
                && (series.Chart is ChartKind.Run or ChartKind.Individuals || p.Point.Lower is null or >= 0));
    });

    [Fact]
    public void Analyse_AnySeries_CountsAgree() => Holds(Wild, series =>
    {
        var analysis = series.Analysed();
        return analysis.Points.Count == series.Points.Count && analysis.Phases.Sum(p => p.Length) == series.Points.Count
            && analysis.Phases.All(p => p.LongestRun <= p.UsefulPoints && p.Crossings <= Math.Max(0, p.UsefulPoints - p.LongestRun) && p.UsefulPoints <= p.Length)
            && analysis.Points.All(p => p.Signal == PointSignal.None || (p.Value is not null && !p.IsExcluded));
    });

    [Fact]
    public void Analyse_Shifted_LimitsMoveAndSignalsStay() => Holds(Plain, series =>
        Same(series.Analysed(), Change(series, v => v + 1024).Analysed(), v => v + 1024));

    [Fact]
    public void Analyse_Scaled_LimitsScaleAndSignalsStay() => Holds(Plain, series =>
        Same(series.Analysed(), Change(series, v => v * 0.125).Analysed(), v => v * 0.125));

    [Fact]
    public void Analyse_Mirrored_LimitsSwapAndIconsFollow() => Holds(Plain, series =>
    {
        var mirrored = Change(series, v => -v) with
        {
            Direction = series.Direction switch { ImprovementDirection.Up => ImprovementDirection.Down, ImprovementDirection.Down => ImprovementDirection.Up, _ => ImprovementDirection.None },
        };
        return Same(series.Analysed(), mirrored.Analysed(), v => -v, swapped: true);
    });

    [Fact]
    public void Analyse_OtherDirection_OnlyTheIconsTurn() => Holds(Plain, series =>
    {
        var (up, down) = ((series with { Direction = ImprovementDirection.Up }).Analysed(), (series with { Direction = ImprovementDirection.Down }).Analysed());
        var onTheMean = up.LatestIndex >= 0 && up.Points[up.LatestIndex].Value.Equals(up.PhaseOf(up.LatestIndex).Centre);
        return up.Points.SequenceEqual(down.Points) && up.Phases.SequenceEqual(down.Phases)
            && (onTheMean || down.Variation == up.Variation switch { Variation.Improvement => Variation.Concern, Variation.Concern => Variation.Improvement, var v => v })
            && down.Assurance == up.Assurance switch { Assurance.Pass => Assurance.Fail, Assurance.Fail => Assurance.Pass, var a => a };
    });

    [Fact]
    public void Analyse_Permuted_CentreStays() => Holds(Plain, series =>
    {
        var whole = series with { FreezeAt = null, Phases = [] };
        var turned = whole with { Points = [.. whole.Points.Reverse()] };
        return Close(whole.Analysed().Phases[0].Centre, turned.Analysed().Phases[0].Centre);
    });

    [Fact]
    public void Analyse_FrozenBaseline_LaterFiguresChangeNothingOfIt() => Holds(Plain, series =>
    {
        if (series.Points.Count == 0)
        {
            return true;
        }

        var frozen = series with { FreezeAt = (series.Points.Count + 1) / 2, Phases = [] };
        var longer = frozen with { Points = [.. frozen.Points, ChartPoint.Of(900), ChartPoint.Of(-900)] };
        var (before, after) = (frozen.Analysed(), longer.Analysed());
        return before.Phases[0].Centre.Equals(after.Phases[0].Centre)
            && before.Points.Zip(after.Points).All(p => (p.First.Lower, p.First.Upper, p.First.OutsideLimits) == (p.Second.Lower, p.Second.Upper, p.Second.OutsideLimits));
    });

    [Fact]
    public void Analyse_Excluded_AsIfRemovedFromTheCalculation() => Holds(Plain, series =>
    {
        var whole = series with { FreezeAt = null, Phases = [] };
        var (kept, removed) = (whole.Analysed(), (whole with { Points = [.. whole.Points.Where(p => !p.IsExcluded)] }).Analysed());
        var counting = kept.Points.Where(p => !p.IsExcluded).Select(p => (p.Value, p.Lower, p.Upper, p.Signal));
        return counting.SequenceEqual(removed.Points.Select(p => (p.Value, p.Lower, p.Upper, p.Signal)))
            && kept.Phases[0] with { Length = 0 } == removed.Phases[0] with { Length = 0 }
            && (kept.Variation, kept.Assurance) == (removed.Variation, removed.Assurance);
    });

    [Fact]
    public void Analyse_Rebased_PhaseIsAsASeriesOfItsOwn() => Holds(Plain, series =>
    {
        var at = series.Points.Count / 2;
        var whole = series with { FreezeAt = null, Phases = at == 0 ? [] : [at] };
        var alone = whole with { Points = [.. whole.Points.Skip(at)], Phases = [] };
        return at == 0 || whole.Analysed().Points.Skip(at).SequenceEqual(alone.Analysed().Points);
    });

    private static ChartPoint Valid(ChartKind chart, double? first, double? second)
    {
        // Sizes that a quotient can hold; p's numerator within its denominator.
        var (a, b) = (Small(first), Small(second));
        return chart switch
        {
            ChartKind.Proportion or ChartKind.ProportionPrime => ChartPoint.OfRatio(a is null || b is null ? a : Math.Min(a.Value, b.Value), b),
            ChartKind.Rate or ChartKind.RatePrime => ChartPoint.OfRatio(b is null or > 1e-100 ? a : 0, b),
            ChartKind.TimeBetween => ChartPoint.Of(first is { } time ? Math.Max(Math.Abs(time), double.Epsilon) : null),
            ChartKind.Count or ChartKind.Geometric or ChartKind.MovingRange => ChartPoint.Of(first is { } count ? Math.Abs(count) : null),
            _ => ChartPoint.Of(first),
        };
    }

    private static double? Small(double? value) => value is { } v ? Math.Abs(v) % 1e100 : null;

    private static ChartSeries Change(ChartSeries series, Func<double, double> change) =>
        series with { Points = [.. series.Points.Select(p => ChartPoint.Of(p.Value is { } v ? change(v) : null, p.IsExcluded))], Target = change(series.Target!.Value) };

    private static bool Same(ChartAnalysis one, ChartAnalysis other, Func<double, double> change, bool swapped = false)
    {
        double? Changed(double? value) => value is { } v ? change(v) : null;
        return one.Phases.Zip(other.Phases).All(p => Close(Changed(p.First.Centre), p.Second.Centre)
                && p.First with { Centre = null, Scale = 0 } == p.Second with { Centre = null, Scale = 0 })
            && one.Points.Zip(other.Points).All(p => p.First.Signal == p.Second.Signal && p.First.OutsideLimits == p.Second.OutsideLimits
                && Close(Changed(swapped ? p.First.Upper : p.First.Lower), p.Second.Lower) && Close(Changed(swapped ? p.First.Lower : p.First.Upper), p.Second.Upper))
            && (one.Variation, one.Assurance) == (other.Variation, other.Assurance);
    }

    private static bool Close(double? one, double? other) =>
        one is { } a && other is { } b ? Math.Abs(a - b) <= 1e-9 * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b))) : one is null && other is null;

    private static void Holds(Gen<ChartSeries> series, Func<ChartSeries, bool> property) =>
        Prop.ForAll(series.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithEndSize(60));
}
