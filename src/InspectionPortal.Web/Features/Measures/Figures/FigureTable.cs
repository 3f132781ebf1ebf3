using System.Globalization;
using System.Text.RegularExpressions;
using InspectionPortal.Domain.Measures.Figures;

namespace InspectionPortal.Web.Features.Measures.Figures;

/// <summary>
/// Finds the figures in rows of cells from a paste or a file: by the words of a header row, else by what the cells hold. Periods across
/// the top are turned.
/// </summary>
public static partial class FigureTable
{
    private const int HeaderWithin = 15;
    private const int Widest = 8;
    private const int Across = 3;

    /// <summary>The rows that hold something, each as cells of the grid.</summary>
    public static IReadOnlyList<FigureCells> Read(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var filled = rows.Where(r => r.Any(c => !string.IsNullOrWhiteSpace(c))).ToList();
        if (filled.Count == 0)
        {
            return [];
        }

        var across = IsAcross(filled);
        var upright = across ? Turned(filled) : filled;
        for (var i = 0; i < Math.Min(upright.Count, HeaderWithin); i++)
        {
            if (Columns.OfHeader(upright[i]) is { } named)
            {
                return [.. upright.Skip(i + 1).Select(named.Cells).Where(c => !IsBlank(c))];
            }
        }

        upright = across ? upright.FindAll(r => IsDate(r[0])) : upright;
        return [.. upright.Select(Columns.OfContent(upright).Cells).Where(c => !IsBlank(c))];
    }

    private static bool IsBlank(FigureCells cells) => cells is { When: null, HasNoFigure: true, Note: null };

    private static bool IsDate(string? text) => FigureDate.Read(text, out _) is not null;

    /// <summary>Two to four rows, the first of which has dates in most of many columns.</summary>
    private static bool IsAcross(List<IReadOnlyList<string>> rows) =>
        rows.Count is > 1 and <= Across + 1 && rows[0].Count > Across && rows[0].Skip(1).Count(IsDate) > rows[0].Count / 2;

    private static List<IReadOnlyList<string>> Turned(List<IReadOnlyList<string>> rows) =>
        [.. Enumerable.Range(0, rows.Max(r => r.Count)).Select(column => (IReadOnlyList<string>)[.. rows.Select((r, i) =>
            column == 0 && i == 0 && !IsDate(r[0]) ? "Period" : column < r.Count ? r[column] : "")])];

    /// <summary>Which column holds what; -1 where none does.</summary>
    private sealed record Columns(int When, int Value, int Numerator, int Denominator, int Note)
    {
        private const int None = -1;

        /// <summary>The columns by a header row; null where the row is none.</summary>
        public static Columns? OfHeader(IReadOnlyList<string> row)
        {
            int Find(Regex words) => row.ToList().FindIndex(c => words.IsMatch(c.Trim()));
            var found = new Columns(Find(DateWords()), Find(ValueWords()), Find(NumeratorWords()), Find(DenominatorWords()), Find(NoteWords()));
            return found.When >= 0 && (found.Value >= 0 || found.Numerator >= 0) && !IsDate(row[found.When]) ? found : null;
        }

        /// <summary>
        /// The columns by what they hold: a date first where there is one, then a figure, or what was counted and of how many.
        /// </summary>
        public static Columns OfContent(IReadOnlyList<IReadOnlyList<string>> rows)
        {
            var width = Math.Min(rows.Max(r => r.Count), Widest);
            bool Mostly(int column, Func<string, bool> holds) =>
                column < width && rows.Count(r => column < r.Count && holds(r[column])) * 2 > rows.Count(r => column < r.Count && !string.IsNullOrWhiteSpace(r[column]));
            bool IsNumber(string cell) => FigureValue.Read(cell, null, out _) is not null;
            var when = Mostly(0, c => IsDate(c) && !(width == 1 && IsNumber(c))) || width > 1 ? 0 : None;
            var first = when + 1;
            if (when == 0 && Mostly(first, IsNumber) && Mostly(first + 1, IsNumber))
            {
                var value = Mostly(first + 2, IsNumber) ? first + 2 : None;
                return new Columns(when, value, first, first + 1, value < 0 ? first + 2 : first + 3);
            }

            return new Columns(when, first, None, None, first + 1);
        }

        public FigureCells Cells(IReadOnlyList<string> row)
        {
            string? At(int column) => column >= 0 && column < row.Count ? row[column] : null;
            return new FigureCells { When = At(When), Value = Shortened(At(Value)), Numerator = At(Numerator), Denominator = At(Denominator), Note = At(Note) }.Cleaned();
        }
    }

    /// <summary>
    /// A formula's value has as many decimals as the machine holds (46.1538461538%): two of a percentage and four of another number say
    /// as much. What a person wrote stays.
    /// </summary>
    private static string? Shortened(string? cell) =>
        cell is not null && Computed().Match(cell.Trim()) is { Success: true } match && decimal.TryParse(match.Groups["n"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? $"{Math.Round(number, match.Groups["p"].Length > 0 ? 2 : 4).ToString("0.####", CultureInfo.InvariantCulture)}{match.Groups["p"].Value}"
            : cell;

    [GeneratedRegex(@"^(?<n>-?\d{1,15}\.\d{7,})\s*(?<p>%?)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Computed();

    [GeneratedRegex(@"^(the )?(period|date|month|quarter|year|week|day|when|time|reporting period|period end(ing)?|month end(ing)?|week (ending|commencing))s?\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex DateWords();

    [GeneratedRegex(@"^(the )?(value|figure|result|actual|%|percent|per cent|percentage|rate|number|count|total|measure|score|average|median|performance)s?\b|^%", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ValueWords();

    [GeneratedRegex(@"^(numerator|num\b|counted|met|yes)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NumeratorWords();

    [GeneratedRegex(@"^(denominator|den\b|denom|of\b|out of|all|base|population)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex DenominatorWords();

    [GeneratedRegex(@"^(note|comment|remark|annotation|commentary)s?\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NoteWords();
}
