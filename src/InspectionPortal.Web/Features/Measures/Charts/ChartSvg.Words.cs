using System.Globalization;
using InspectionPortal.Measurement;
using InspectionPortal.Web.Features.Plans.Views;

namespace InspectionPortal.Web.Features.Measures.Charts;

/// <summary>What stands around the line: targets by date, phases, notes, brackets, names.</summary>
public sealed partial class ChartSvg
{
    /// <summary>A target is a dashed step from the one before it to its own day.</summary>
    private void Targets()
    {
        var from = _frame.Left;
        foreach (var (target, reading) in _chart.Targets.Select(t => (t.Target, t.Reading.Target)))
        {
            if (reading.By < _frame.Start)
            {
                continue;
            }

            var isHere = reading.By <= _frame.End;
            var to = isHere ? _frame.X(reading.By) : _frame.Right;
            var y = _frame.Y(reading.Value);
            _text.Append(Inv($"""<path class="p-chart__target" d="M{from:0.#} {y:0.##}H{to:0.#}" fill="none" stroke="{Navy}" stroke-width="1.75" stroke-dasharray="6 4"/>"""));
            if (isHere)
            {
                _text.Append(Inv($"""<path d="M{to - 5.5:0.#} {y - 4:0.#}h11l-5.5 8z" fill="{Navy}"/>"""));
            }

            if (!_frame.Size.IsSmall)
            {
                var words = $"{_chart.Number(reading.Value)} by {target.By!.Value.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}";
                var width = TextWidth.Of(words, LetterSize, isBold: true);
                Text(Math.Max(to - 8, _frame.Left + width + 2), y - 7, words, Navy, isBold: true, anchor: "end");
            }

            if (!isHere)
            {
                return;
            }

            from = to;
        }
    }

    private void Phases()
    {
        foreach (var start in _chart.Mapped.Series.Phases)
        {
            var x = Middle(start - 1);
            Path($"M{x:0.#} {_frame.Top - 8:0.#}V{_frame.Bottom:0.#}", Navy, 1, "8 3 2 3");
            var atEnd = x + 70 > _frame.Right;
            Text(atEnd ? x - 5 : x + 5, _frame.Top + 2, "Rebased", Navy, isBold: false, anchor: atEnd ? "end" : null);
        }
    }

    private void Notes()
    {
        var at = double.MinValue;
        for (var i = 0; i < _chart.Source.Notes.Count; i++)
        {
            var note = _chart.Source.Notes[i];
            if (note.Date < _frame.Start || note.Date > _frame.End)
            {
                continue;
            }

            var x = _frame.X(note.Date);
            var box = Math.Clamp(Math.Max(x, at + 22), _frame.Left + 9, _frame.Right - 9);
            Path($"M{x:0.#} {_frame.Top:0.#}V{_frame.Bottom - 26:0.#}L{box:0.#} {_frame.Bottom - 22:0.#}", Quiet, 1, "1 3");
            _text.Append(Inv($"""<rect x="{box - 9:0.#}" y="{_frame.Bottom - 22:0.#}" width="18" height="18" fill="#fff" stroke="{Navy}"/>"""));
            Text(box, _frame.Bottom - 8, Letter(i), Navy, isBold: true, anchor: "middle");
            at = box;
        }
    }

    private void Brackets()
    {
        var reading = _chart.Reading;
        if (reading is { Start: >= 0, Length: > 1 })
        {
            var line = _chart.Mapped.Series.Chart.HasMedian() ? "median" : "average";
            var words = reading.Reason == ReadingReason.Trend
                ? Inv($"{reading.Length} in a row {(reading.IsHigh ? "rising" : "falling")}")
                : Inv($"{reading.Length} in a row {(reading.IsHigh ? "above" : "below")} the {line}");
            Bracket(_frame.X(_chart.Places[reading.Start].Date), _frame.X(_chart.Places[_analysis.LatestIndex].Date), _frame.Top - 16, words);
        }

        if (_chart.Mapped.Series.FreezeAt is { } freeze)
        {
            var to = _frame.X(_chart.Places[freeze - 1].Date);
            var isClear = reading.Start < 0 || reading.Start >= freeze;
            Bracket(_frame.X(_chart.Places[0].Date), to, isClear ? _frame.Top - 16 : _frame.Top + 2, "Baseline");
        }
    }

    private void Bracket(double from, double to, double y, string words)
    {
        var width = TextWidth.Of(words, LetterSize, isBold: true);
        var middle = Math.Clamp((from + to) / 2, _frame.Left + (width / 2), _frame.Size.Width - (width / 2) - 2);
        var isInside = to - from > width + 20;
        if (isInside)
        {
            Path($"M{from:0.#} {y + 6:0.#}v-6H{middle - (width / 2) - 8:0.#}M{middle + (width / 2) + 8:0.#} {y:0.#}H{to:0.#}v6", Navy, 1.5, null);
            Text(middle, y + 5, words, Navy, isBold: true, anchor: "middle");
        }
        else
        {
            Path($"M{from:0.#} {y + 6:0.#}v-6H{to:0.#}v6", Navy, 1.5, null);
            Text(middle, y - 6, words, Navy, isBold: true, anchor: "middle");
        }
    }

    /// <summary>Names of the lines at the right, none nearer to another than a line of text; on a narrow drawing the centre alone, above its line.</summary>
    private void Names()
    {
        var last = _analysis.Phases[^1];
        if (last.Centre is not { } centre)
        {
            return;
        }

        var name = $"{(_chart.Mapped.Series.Chart.HasMedian() ? "Median" : "Average")} {_chart.Number(centre)}";
        if (!_frame.Size.HasMargin)
        {
            Text(_frame.Left + 4, _frame.Y(centre) - 5, name, Quiet, isBold: false, anchor: null);
            return;
        }

        var point = _analysis.Points.LastOrDefault(p => p.Upper is not null);
        var names = new List<(double Y, string Words)> { (_frame.Y(centre), name) };
        if (point.Upper is { } upper)
        {
            names.Add((_frame.Y(upper), $"Upper limit {_chart.Number(upper)}"));
        }

        if (point.Lower is { } lower)
        {
            names.Add((_frame.Y(lower), $"Lower limit {_chart.Number(lower)}"));
        }

        var floor = double.MinValue;
        foreach (var (y, words) in names.OrderBy(n => n.Y))
        {
            floor = Math.Max(y, floor + NameGap);
            Text(_frame.Right + 8, floor + 5, words, Quiet, isBold: false, anchor: null);
        }
    }

    private void Path(FormattableString path, string colour, double width, string? dashes) =>
        _text.Append(Inv($"""<path d="{Inv(path)}" fill="none" stroke="{colour}" stroke-width="{width:0.##}"{(dashes is null ? "" : $" stroke-dasharray=\"{dashes}\"")}/>"""));

    private void Text(double x, double y, string words, string colour, bool isBold, string? anchor) =>
        _text.Append(Inv($"""<text x="{x:0.#}" y="{y:0.#}" font-family="{DiagramSvg.Font}" font-size="{LetterSize}" fill="{colour}"{(isBold ? " font-weight=\"700\"" : "")}{(anchor is null ? "" : $" text-anchor=\"{anchor}\"")}>{Escaped(words)}</text>"""));
}
