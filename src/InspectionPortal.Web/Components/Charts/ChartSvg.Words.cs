using InspectionPortal.Domain.Measures.Charts;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Components.Diagrams;

namespace InspectionPortal.Web.Components.Charts;

/// <summary>What stands around the line: targets by date, phases, notes, brackets, names.</summary>
public sealed partial class ChartSvg
{
    private readonly List<(double From, double To, double Y, MeasuredTarget Target)> _targets = [];

    /// <summary>A target is a dashed step from the one before it to its own day; beside the last figures alone it is a line.</summary>
    private void Targets()
    {
        var from = _frame.Left;
        foreach (var target in _frame.Targets)
        {
            var reading = target.Reading.Target;
            var isHere = reading.By <= _frame.End && _frame.Size.LastFigures is null;
            var to = isHere ? _frame.X(reading.By) : _frame.Right;
            var y = _frame.Y(reading.Value);
            _text.Append(Inv($"""<path class="p-chart__target" d="M{from:0.#} {y:0.##}H{to:0.#}" fill="none" stroke="{Navy}" stroke-width="1.75" stroke-dasharray="6 4"/>"""));
            _space.Draw(from, y, to, y);
            if (isHere)
            {
                _text.Append(Inv($"""<path d="M{to - 5.5:0.#} {y - 4:0.#}h11l-5.5 8z" fill="{Navy}"/>"""));
                _space.Take(new ChartBox(to - 6, y - 4, to + 6, y + 5));
            }

            _targets.Add((from, to, y, target));
            if (!isHere && _frame.Size.LastFigures is null)
            {
                return;
            }

            from = isHere ? to : from;
        }
    }

    private void Phases()
    {
        foreach (var start in _chart.Mapped.Series.Phases.Where(s => s > _frame.First))
        {
            var x = Middle(start - 1);
            Path($"M{x:0.#} {_frame.Top - 6:0.#}V{_frame.Bottom:0.#}", Navy, 1, "8 3 2 3");
            _space.Draw(x, _frame.Top, x, _frame.Bottom);
        }
    }

    /// <summary>Letters in a row above the plot, each over its day or next to the one before.</summary>
    private void Notes()
    {
        var at = double.MinValue;
        foreach (var (date, letter) in _frame.Notes)
        {
            var x = _frame.X(date);
            var box = Math.Clamp(Math.Max(x, at + 22), _frame.Left + 9, _frame.Right - 9);
            Path($"M{box:0.#} {_frame.Top - 8:0.#}L{x:0.#} {_frame.Top:0.#}V{_frame.Bottom:0.#}", Quiet, 1, "1 3");
            _text.Append(Inv($"""<rect x="{box - 9:0.#}" y="{_frame.Top - 26:0.#}" width="18" height="18" fill="#fff" stroke="{Navy}"/>"""));
            Text(box, _frame.Top - 12, letter, Navy, isBold: true, anchor: "middle");
            at = box;
        }
    }

    private void Brackets()
    {
        var lowest = _frame.Top - 16 - (_frame.Notes.Count > 0 ? ChartFrame.RowHeight : 0);
        foreach (var bracket in _frame.Brackets)
        {
            var y = lowest - (bracket.Row * ChartFrame.RowHeight);
            if (bracket.IsAround)
            {
                Path($"M{bracket.From:0.#} {y + 6:0.#}v-6H{bracket.WordsAt - 8:0.#}M{bracket.WordsAt + bracket.Width + 8:0.#} {y:0.#}H{bracket.To:0.#}v6", Navy, 1.5, null);
            }
            else
            {
                Path($"M{bracket.From:0.#} {y + 6:0.#}v-6H{bracket.To:0.#}v6", Navy, 1.5, null);
            }

            Text(bracket.WordsAt, y + 5, bracket.Words, Navy, isBold: true, anchor: null);
        }
    }

    /// <summary>
    /// Names of the lines at the right, none nearer to another than a line of text; on a narrow drawing in a key below it.
    /// </summary>
    private void Names()
    {
        var floor = double.MinValue;
        foreach (var (value, words, isCentre) in _frame.Names.All)
        {
            if (_frame.Size.HasKey)
            {
                floor = Math.Max(_frame.Bottom + _frame.Size.Bottom - 8, floor) + ChartFrame.RowHeight;
                Path($"M{_frame.Left:0.#} {floor - 5:0.#}h28", Quiet, isCentre ? 1.5 : 1.25, isCentre ? null : "2 3");
                Text(_frame.Left + 36, floor, words, Quiet, isBold: false, anchor: null);
            }
            else
            {
                floor = Math.Max(_frame.Y(value), floor + NameGap);
                Text(_frame.Right + 8, floor + 5, words, Quiet, isBold: false, anchor: null);
            }
        }
    }

    /// <summary>The words within the plot, each where there is room for it: the newest figure, the targets, the rebases.</summary>
    private void Words()
    {
        if (_analysis.LatestIndex >= _frame.First)
        {
            var value = _analysis.Points[_analysis.LatestIndex].Value!.Value;
            var (x, y) = (_frame.X(_chart.Places[_analysis.LatestIndex].Date), _frame.Y(value));
            Place(_chart.Number(value), Blue, isBold: true, width => Around(x, y, width));
        }

        foreach (var (from, to, y, target) in _targets)
        {
            var words = $"{_chart.Number(target.Reading.Target.Value)} by {DateFormat.BriefWithYear(target.Target.By!.Value)}";
            Place(words, Navy, isBold: true, width => Along(from, to, y, width));
        }

        foreach (var start in _chart.Mapped.Series.Phases.Where(s => s > _frame.First))
        {
            var x = Middle(start - 1);
            Place("Rebased", Navy, isBold: false, width => Beside(x, width));
        }
    }

    private static IEnumerable<ChartBox> Around(double x, double y, double width)
    {
        foreach (var away in new[] { 11, 16, 24, 34 })
        {
            foreach (var down in new[] { 5, away, -away + 9 })
            {
                yield return ChartBox.OfText(x + away, y + down, width);
            }

            yield return ChartBox.OfText(x - (width / 2), y - away, width);
            yield return ChartBox.OfText(x - (width / 2), y + away + 9, width);
            yield return ChartBox.OfText(x - away - width, y - away + 9, width);
            yield return ChartBox.OfText(x - away - width, y + away, width);
        }
    }

    /// <summary>From the end of the line back to its beginning and on to the edge of the plot, above it before below.</summary>
    private IEnumerable<ChartBox> Along(double from, double to, double y, double width)
    {
        var end = Math.Max(to - 8, Math.Min(from, _frame.Right - width) + width + 2);
        for (var x = end - width; x >= _frame.Left; x -= 10)
        {
            yield return ChartBox.OfText(x, y - 7, width);
            yield return ChartBox.OfText(x, y + 18, width);
        }

        for (var x = end - width; x >= _frame.Left; x -= 20)
        {
            yield return ChartBox.OfText(x, y - 20, width);
            yield return ChartBox.OfText(x, y + 31, width);
        }
    }

    private IEnumerable<ChartBox> Beside(double x, double width)
    {
        for (var y = _frame.Top + 10; y < _frame.Bottom - 6; y += 8)
        {
            yield return ChartBox.OfText(x + 5, y, width);
            yield return ChartBox.OfText(x - 5 - width, y, width);
        }
    }

    private void Place(string words, string colour, bool isBold, Func<double, IEnumerable<ChartBox>> places)
    {
        var inside = places(TextWidth.Of(words, LetterSize, isBold))
            .Where(b => b.Left >= _frame.Left && b.Right <= _frame.Right && b.Top >= _frame.Top - 12 && b.Bottom <= _frame.Bottom);
        if (_space.Find(inside) is { } box)
        {
            _text.Append(Inv($"""<text x="{box.Left:0.#}" y="{box.Baseline:0.#}" font-family="{DiagramSvg.Font}" font-size="{LetterSize}" fill="{colour}" stroke="#fff" stroke-width="4" stroke-linejoin="round" paint-order="stroke"{(isBold ? " font-weight=\"700\"" : "")}>{Escaped(words)}</text>"""));
        }
    }

    private void Path(FormattableString path, string colour, double width, string? dashes) =>
        _text.Append(Inv($"""<path d="{Inv(path)}" fill="none" stroke="{colour}" stroke-width="{width:0.##}"{(dashes is null ? "" : $" stroke-dasharray=\"{dashes}\"")}/>"""));

    private void Text(double x, double y, string words, string colour, bool isBold, string? anchor)
    {
        var width = TextWidth.Of(words, LetterSize, isBold);
        _space.Take(ChartBox.OfText(x - (anchor switch { "end" => width, "middle" => width / 2, _ => 0 }), y, width));
        _text.Append(Inv($"""<text x="{x:0.#}" y="{y:0.#}" font-family="{DiagramSvg.Font}" font-size="{LetterSize}" fill="{colour}"{(isBold ? " font-weight=\"700\"" : "")}{(anchor is null ? "" : $" text-anchor=\"{anchor}\"")}>{Escaped(words)}</text>"""));
    }
}
