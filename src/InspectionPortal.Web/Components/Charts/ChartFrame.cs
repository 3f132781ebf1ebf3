using InspectionPortal.Domain.Measures.Charts;
using InspectionPortal.Measurement;
using InspectionPortal.Web.Components.Diagrams;

namespace InspectionPortal.Web.Components.Charts;

/// <summary>Where a day and a value are. Pure: the same chart has the same places. Needs a chart with at least one figure.</summary>
public sealed class ChartFrame
{
    public const double RowHeight = 24;

    /// <summary>The least share of the width that figures keep when the axis runs on to a target.</summary>
    private const double FiguresShare = 0.45;

    private const double Inset = 14;
    private const double NumberGap = 12;
    private const int MostTicks = 6;
    private const int NextTargets = 2;
    private static readonly double[] NiceSteps = [1, 2, 2.5, 5, 10];

    private readonly double _low;
    private readonly double _high;
    private readonly double _factor;

    public ChartFrame(MeasureChart chart, ChartSize size)
    {
        ArgumentNullException.ThrowIfNull(chart);
        ArgumentNullException.ThrowIfNull(size);
        Size = size;
        _factor = chart.Mapped.Factor;
        First = FirstOf(chart, size);
        Start = chart.Places[First].Date;
        LastFigure = chart.Places[^1].Date;
        Targets = TargetsOf(chart, size);
        End = EndOf(chart);
        Names = ChartNames.Of(chart);
        (_low, _high, var step) = Range(chart, size.IsSmall ? 3 : MostTicks);
        var marks = Enumerable.Range(0, MostTicks * 2).Select(i => _low + (i * step)).TakeWhile(m => m <= _high + (step / 100)).ToList();
        Left = Math.Max(size.Left, NumberGap + marks.Max(m => Width(chart.Number(m / _factor))));
        Right = size.Width - (size.HasMargin ? Math.Max(size.Right, NumberGap + Names.All.Select(n => Width(n.Words)).DefaultIfEmpty(0).Max()) : size.Right);
        Brackets = ChartBracket.Of(chart, this);
        Notes = size.IsSmall ? [] : [.. chart.Source.Notes.Select((note, i) => (note.Date, ChartSvg.Letter(i))).Where(n => n.Date >= Start && n.Date <= End)];
        Top = size.Top + (RowHeight * (Brackets.Select(b => b.Row + 1).DefaultIfEmpty(0).Max() + (Notes.Count > 0 ? 1 : 0)));
        Bottom = size.Height - size.Bottom + Top - size.Top;
        Height = Bottom + size.Bottom + (size.HasKey ? RowHeight * Names.All.Count() : 0);
        Ticks = [.. marks.Select(m => new ChartTick(m / _factor, At(m)))];
        Labels = ChartLabels.Of(chart, this);
    }

    public ChartSize Size { get; }

    /// <summary>The index of the first figure that is drawn.</summary>
    public int First { get; }

    public DateOnly Start { get; }
    public DateOnly End { get; }
    public DateOnly LastFigure { get; }

    /// <summary>The targets that are drawn, the earliest first.</summary>
    public IReadOnlyList<MeasuredTarget> Targets { get; }

    public ChartNames Names { get; }
    public IReadOnlyList<ChartBracket> Brackets { get; }

    /// <summary>Days of the notes that are drawn, and their letters.</summary>
    public IReadOnlyList<(DateOnly Date, string Letter)> Notes { get; }

    public IReadOnlyList<ChartTick> Ticks { get; }
    public IReadOnlyList<ChartLabel> Labels { get; }
    public double Left { get; }
    public double Right { get; }
    public double Top { get; }
    public double Bottom { get; }

    /// <summary>Of the whole drawing, with the rows of brackets and notes above the plot and the key below it.</summary>
    public double Height { get; }

    /// <summary>Where a day is, within the plot; days before and after it are at its edges.</summary>
    public double X(DateOnly day)
    {
        var days = End.DayNumber - Start.DayNumber;
        var share = days == 0 ? 0.5 : (double)(day.DayNumber - Start.DayNumber) / days;
        return Left + Inset + (Math.Clamp(share, 0, 1) * (Right - Left - (2 * Inset)));
    }

    /// <summary>Where a plotted value is.</summary>
    public double Y(double plotted) => At(plotted * _factor);

    private double At(double shown) => Bottom - ((shown - _low) / (_high - _low) * (Bottom - Top));

    private static double Width(string words) => TextWidth.Of(words, ChartSvg.LetterSize, isBold: false);

    private static int FirstOf(MeasureChart chart, ChartSize size)
    {
        var left = size.LastFigures ?? int.MaxValue;
        var first = chart.Places.Count;
        while (first > 0 && left > 0)
        {
            first--;
            left -= chart.Places[first].Figure is null ? 0 : 1;
        }

        return first;
    }

    private IReadOnlyList<MeasuredTarget> TargetsOf(MeasureChart chart, ChartSize size) =>
        size.LastFigures is null
            ? [.. chart.Targets.Where(t => t.Reading.Target.By >= Start)]
            : [.. chart.Targets.Where(t => t.Reading.State is not (TargetState.Met or TargetState.Missed)).Take(NextTargets)];

    private DateOnly EndOf(MeasureChart chart)
    {
        if (Size.LastFigures is not null)
        {
            return LastFigure;
        }

        var days = LastFigure.DayNumber - Start.DayNumber;
        var furthest = Start.DayNumber + (int)Math.Min(days / FiguresShare, 36500);
        return chart.Targets.Select(t => t.Reading.Target.By).Where(by => by > LastFigure && by.DayNumber <= furthest).Append(LastFigure).Max();
    }

    private (double Low, double High, double Step) Range(MeasureChart chart, int mostTicks)
    {
        var analysis = chart.Analysis!;
        var shown = analysis.Points.Skip(First).SelectMany(p => new[] { p.Value, p.Lower, p.Upper })
            .Concat(analysis.Phases.Where(p => p.Start + p.Length > First).Select(p => p.Centre))
            .Concat(Targets.Select(t => (double?)t.Reading.Target.Value))
            .Where(v => v is not null).Select(v => v!.Value * _factor).DefaultIfEmpty(0).ToList();
        var (low, high) = (shown.Min(), shown.Max());
        low = low >= 0 && low <= high / 2 ? 0 : low;
        if (high <= low)
        {
            var spread = Math.Max(Math.Abs(low) / 10, 1);
            (low, high) = (low == 0 ? 0 : low - spread, high + spread);
        }

        var step = Nice((high - low) / (mostTicks - 1));
        return (Math.Floor((low / step) + 1e-9) * step, Math.Ceiling((high / step) - 1e-9) * step, step);
    }

    private static double Nice(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return power * Array.Find(NiceSteps, s => s * power >= rough * (1 - 1e-9));
    }
}
