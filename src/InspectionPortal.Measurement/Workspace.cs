using System.Buffers;

namespace InspectionPortal.Measurement;

/// <summary>The numbers of one analysis, in borrowed arrays: an analysis leaves nothing behind but its answer.</summary>
internal readonly struct Workspace(int count)
{
    private const int Columns = 10;

    private readonly double[] _numbers = ArrayPool<double>.Shared.Rent(Columns * count);
    private readonly bool[] _flags = ArrayPool<bool>.Shared.Rent(2 * count);
    private readonly sbyte[] _sides = ArrayPool<sbyte>.Shared.Rent(count);
    private readonly PointSignal[] _signals = ArrayPool<PointSignal>.Shared.Rent(count);

    public Span<double> Values => Column(0);

    public Span<double> Lower => Column(1);

    public Span<double> Upper => Column(2);

    /// <summary>The values that count, of the phase at hand.</summary>
    public Span<double> Counted => Column(3);

    public Span<bool> Excluded => _flags.AsSpan(0, count);

    /// <summary>Beside <see cref="Counted"/>: close to a limit.</summary>
    public Span<bool> Near => _flags.AsSpan(count, count);

    /// <summary>Beside <see cref="Counted"/>: 1 above the centre line, -1 below, 0 on it.</summary>
    public Span<sbyte> Sides => _sides.AsSpan(0, count);

    /// <summary>Beside <see cref="Counted"/>: what stands out.</summary>
    public Span<PointSignal> Signals => _signals.AsSpan(0, count);

    private Span<double> Numerators => Column(4);

    private Span<double> Denominators => Column(5);

    public void Read(IReadOnlyList<ChartPoint> points)
    {
        for (var i = 0; i < count; i++)
        {
            var point = points[i];
            Values[i] = point.Plotted ?? double.NaN;
            Numerators[i] = point.Numerator ?? double.NaN;
            Denominators[i] = point.Denominator ?? double.NaN;
            Excluded[i] = point.IsExcluded;
        }
    }

    /// <summary>The points from <paramref name="start"/> to before <paramref name="end"/>, those before <paramref name="freeze"/> being
    /// the baseline.</summary>
    public PhaseFrame Frame(int start, int end, int freeze)
    {
        var baseline = Column(6);
        var numerators = Column(7);
        var denominators = Column(8);
        var kept = 0;
        for (var i = start; i < freeze; i++)
        {
            if (!Excluded[i])
            {
                var missing = double.IsNaN(Values[i]);
                baseline[kept] = Values[i];
                numerators[kept] = missing ? double.NaN : Numerators[i];
                denominators[kept++] = missing ? double.NaN : Denominators[i];
            }
        }

        return new PhaseFrame
        {
            Values = Values[start..end],
            Denominators = Denominators[start..end],
            Baseline = baseline[..kept],
            BaselineNumerators = numerators[..kept],
            BaselineDenominators = denominators[..kept],
            Scratch = Column(9),
            Lower = Lower[start..end],
            Upper = Upper[start..end],
        };
    }

    public void Return()
    {
        ArrayPool<double>.Shared.Return(_numbers);
        ArrayPool<bool>.Shared.Return(_flags);
        ArrayPool<sbyte>.Shared.Return(_sides);
        ArrayPool<PointSignal>.Shared.Return(_signals);
    }

    private Span<double> Column(int column) => _numbers.AsSpan(column * count, count);
}
