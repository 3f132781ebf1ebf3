using System.Globalization;
using System.Text;
using InspectionPortal.Domain.Measures.Charts;
using InspectionPortal.Domain.Text;
using InspectionPortal.Measurement;
using InspectionPortal.Web.Components.Diagrams;
using Microsoft.AspNetCore.Html;

namespace InspectionPortal.Web.Components.Charts;

/// <summary>
/// Draws a chart with presentation attributes alone: the same in a page under its content security policy, on paper in black and white,
/// and in a file without a style
/// sheet. Every word that somebody wrote passes through <see cref="DiagramSvg.Escaped"/>.
/// </summary>
public sealed partial class ChartSvg
{
    public const string Illustrative = "Illustrative, not the council’s figures";
    public const int LetterSize = 14;

    private const string Ink = "#0b0c0c";
    private const string Quiet = "#484949";
    private const string Navy = "#10233f";
    private const string Line = "#d5dbe2";
    private const string Blue = "#1a65a6";
    private const string Worse = "#b35900";
    private const double NameGap = 17;
    private const int ManyPoints = 60;
    private const double DensePoints = 6;

    private readonly MeasureChart _chart;
    private readonly ChartAnalysis _analysis;
    private readonly ChartFrame _frame;
    private readonly StringBuilder _text = new();
    private LabelPlacement _space = new();

    /// <summary>A chart of a measure that has one.</summary>
    /// <exception cref="ArgumentException">The measure has no chart.</exception>
    public ChartSvg(MeasureChart chart, ChartSize size)
    {
        ArgumentNullException.ThrowIfNull(chart);
        _chart = chart;
        _analysis = chart.Analysis ?? throw new ArgumentException("There is nothing to draw.", nameof(chart));
        _frame = new ChartFrame(chart, size);
    }

    public ChartFrame Frame => _frame;

    /// <summary>Letters of the notes in the order of time: A to Z, then 27 and on.</summary>
    public static string Letter(int index) =>
        index < 26 ? ((char)('A' + index)).ToString() : (index + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>The whole picture, for a page.</summary>
    /// <param name="id">Of its title and description, unique in the page.</param>
    /// <param name="cssClass">Classes of the page.</param>
    public HtmlString Picture(string id, string cssClass)
    {
        _text.Clear();
        _text.Append(Inv($"""<svg class="{cssClass}" width="{_frame.Size.Width:0.#}" height="{_frame.Height:0.#}" viewBox="0 0 {_frame.Size.Width:0.#} {_frame.Height:0.#}" role="img" aria-labelledby="{id}t {id}d">"""))
            .Append($"""<title id="{id}t">{Escaped(_chart.Source.Title)}</title><desc id="{id}d">{Escaped(Description())}</desc>""");
        Draw();
        return new HtmlString(_text.Append("</svg>").ToString());
    }

    /// <summary>Only what is drawn, from 0,0.</summary>
    public string Drawing()
    {
        _text.Clear();
        Draw();
        return _text.ToString();
    }

    /// <summary>What a screen reader says of the picture.</summary>
    public string Description()
    {
        var latest = _chart.Latest is { } place
            ? $" Newest figure {_chart.Full(_analysis.Points[_analysis.LatestIndex].Value!.Value)}, {DateFormat.Full(place.Date)}."
            : "";
        var made = _chart.Source.IsIllustrative ? $"{Illustrative}. " : "";
        return $"{made}{_chart.Sentence}{latest} The table has every figure.";
    }

    private void Draw()
    {
        _space = new LabelPlacement();
        _targets.Clear();
        if (_chart.Source.IsIllustrative)
        {
            Text(_frame.Left, LetterSize, Illustrative, Ink, isBold: true, anchor: null);
        }

        Grid();
        Limits();
        Targets();
        if (!_frame.Size.IsSmall)
        {
            Phases();
            Notes();
        }

        Centres();
        Curve();
        Points();
        if (!_frame.Size.IsSmall)
        {
            Brackets();
            Names();
            Words();
        }
    }

    private void Grid()
    {
        foreach (var tick in _frame.Ticks)
        {
            Path($"M{_frame.Left:0.#} {tick.Y:0.#}H{_frame.Right:0.#}", Line, 1, null);
            Text(_frame.Left - 8, tick.Y + 5, _chart.Number(tick.Plotted), Quiet, isBold: false, anchor: "end");
        }

        Path($"M{_frame.Left:0.#} {_frame.Bottom:0.#}H{_frame.Right:0.#}", Quiet, 1.5, null);
        foreach (var label in _frame.Labels)
        {
            var half = TextWidth.Of(label.Words, LetterSize, isBold: false) / 2;
            var x = Math.Clamp(label.X, half, _frame.Size.Width - half);
            Path($"M{label.X:0.#} {_frame.Bottom:0.#}v4", Quiet, 1, null);
            Text(x, _frame.Bottom + 20, label.Words, Quiet, isBold: false, anchor: "middle");
        }
    }

    /// <summary>Limits are steps: each holds for its own point, half way to its neighbours.</summary>
    private void Limits()
    {
        foreach (var isUpper in new[] { true, false })
        {
            var path = new StringBuilder();
            foreach (var phase in _analysis.Phases)
            {
                Steps(path, phase, isUpper);
            }

            if (path.Length > 0)
            {
                _text.Append($"""<path class="p-chart__limit" d="{path}" fill="none" stroke="{Quiet}" stroke-width="1.25" stroke-dasharray="2 3"/>""");
            }
        }
    }

    private void Steps(StringBuilder path, PhaseAnalysis phase, bool isUpper)
    {
        var isOpen = false;
        for (var i = Math.Max(phase.Start, _frame.First); i < phase.Start + phase.Length; i++)
        {
            var limit = isUpper ? _analysis.Points[i].Upper : _analysis.Points[i].Lower;
            if (limit is not { } value)
            {
                isOpen = false;
                continue;
            }

            var (from, to) = Edges(i);
            path.Append(Inv($"{(isOpen ? "V" : $"M{F(from)} ")}{_frame.Y(value):0.#}H{to:0.#}"));
            isOpen = true;
        }
    }

    private (double From, double To) Edges(int index)
    {
        var x = _frame.X(_chart.Places[index].Date);
        return (index == _frame.First ? x : Middle(index - 1), index == _analysis.Points.Count - 1 ? x : Middle(index));
    }

    private double Middle(int index) => (_frame.X(_chart.Places[index].Date) + _frame.X(_chart.Places[index + 1].Date)) / 2;

    private void Centres()
    {
        foreach (var phase in _analysis.Phases)
        {
            var end = phase.Start + phase.Length;
            if (phase.Centre is { } centre && end > _frame.First)
            {
                var from = phase.Start <= _frame.First ? _frame.Left : Middle(phase.Start - 1);
                var to = end == _analysis.Points.Count ? _frame.Right : Middle(end - 1);
                _text.Append(Inv($"""<path class="p-chart__centre" d="M{from:0.#} {_frame.Y(centre):0.##}H{to:0.#}" fill="none" stroke="{Quiet}" stroke-width="1.5"/>"""));
                _space.Draw(from, _frame.Y(centre), to, _frame.Y(centre));
            }
        }
    }

    private void Curve()
    {
        var path = new StringBuilder();
        var isOpen = false;
        var (x, y) = (0.0, 0.0);
        for (var i = _frame.First; i < _analysis.Points.Count; i++)
        {
            var point = _analysis.Points[i];
            if (point.IsExcluded)
            {
                continue;
            }

            isOpen = isOpen && point.Value is not null && !_chart.Mapped.Series.Phases.Contains(i);
            if (point.Value is { } value)
            {
                var (toX, toY) = (_frame.X(_chart.Places[i].Date), _frame.Y(value));
                path.Append(Inv($"{(isOpen ? "L" : "M")}{toX:0.#} {toY:0.#}"));
                if (isOpen)
                {
                    _space.Draw(x, y, toX, toY);
                }

                (x, y, isOpen) = (toX, toY, true);
            }
        }

        _text.Append($"""<path class="p-chart__line" d="{path}" fill="none" stroke="{Blue}" stroke-width="{(_frame.Size.IsSmall ? 2 : 2.5).ToString(CultureInfo.InvariantCulture)}" stroke-linejoin="round"/>""");
    }

    private void Points()
    {
        // Where circles would run into each other the line alone says it, and special causes and the newest figure stand out.
        var isDense = (_frame.Right - _frame.Left) / (_analysis.Points.Count - _frame.First) < DensePoints;
        for (var i = _frame.First; i < _analysis.Points.Count; i++)
        {
            var mark = ChartMarks.Of(_chart, i);
            if (_analysis.Points[i].Value is { } value && (!isDense || mark != ChartMark.Plain || i == _analysis.LatestIndex))
            {
                Point(i, _frame.X(_chart.Places[i].Date), _frame.Y(value), mark);
            }
        }
    }

    private void Point(int index, double x, double y, ChartMark mark)
    {
        var colour = ChartMarks.IsBetter(_chart, index) == false ? Worse : Blue;
        var r = _frame.Size.IsSmall || _analysis.Points.Count - _frame.First > ManyPoints ? 3 : 4.5;
        var reach = (mark == ChartMark.Outside ? 1.8 * r : r + 1) + 1;
        _space.Take(new ChartBox(x - reach, y - reach, x + reach, y + reach));
        var said = _frame.Size.IsSmall ? null : $"<title>{Escaped(Said(index))}</title>";
        var close = said is null ? "/>" : $">{said}</circle>";
        _text.Append(mark switch
        {
            ChartMark.Outside => Inv($"""<path class="p-chart__point" d="M{x:0.##} {y - (r * 1.8):0.##}l{r * 1.8:0.##} {r * 1.8:0.##}l{-r * 1.8:0.##} {r * 1.8:0.##}l{-r * 1.8:0.##} {-r * 1.8:0.##}z" fill="{colour}" data-x="{x:0.##}" data-y="{y:0.##}"{(said is null ? "/>" : $">{said}</path>")}"""),
            ChartMark.Signal => Inv($"""<circle class="p-chart__point" cx="{x:0.##}" cy="{y:0.##}" r="{r + 1:0.#}" fill="{colour}"{close}"""),
            ChartMark.Excluded => Inv($"""<circle class="p-chart__point" cx="{x:0.##}" cy="{y:0.##}" r="{r + 1:0.#}" fill="#fff" stroke="{Quiet}" stroke-width="1.5" stroke-dasharray="2 2"{close}<path d="M{x - r:0.##} {y - r:0.##}l{2 * r:0.##} {2 * r:0.##}m0 {-2 * r:0.##}l{-2 * r:0.##} {2 * r:0.##}" stroke="{Quiet}" fill="none"/>"""),
            _ => Inv($"""<circle class="p-chart__point" cx="{x:0.##}" cy="{y:0.##}" r="{r:0.#}" fill="#fff" stroke="{Blue}" stroke-width="2"{close}"""),
        });
    }

    private string Said(int index)
    {
        var words = ChartMarks.Words(_chart, index) is { } mark ? $", {char.ToLowerInvariant(mark[0])}{mark[1..]}" : "";
        return $"{DateFormat.Full(_chart.Places[index].Date)}: {_chart.Number(_analysis.Points[index].Value!.Value)}{words}";
    }

    private static string Escaped(string text) => DiagramSvg.Escaped(text);

    private static string F(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
