using System.Globalization;

namespace InspectionPortal.PlanDocuments.Reading;

/// <summary>The cells of a sheet as they are met, turned into rows once the merged ranges are known.</summary>
internal sealed class SheetRows(ReadingBudget budget)
{
    private readonly SortedDictionary<int, SortedDictionary<int, SourceCell>> _rows = [];
    private readonly List<string> _merges = [];

    public int LastRow { get; set; }

    public int Hidden { get; set; }

    public int Formulas { get; set; }

    public bool HasHiddenColumns { get; set; }

    /// <summary>1 for A, 27 for AA; 0 where the address has no letters.</summary>
    public static int Column(string address)
    {
        var column = 0;
        foreach (var letter in address.TakeWhile(char.IsAsciiLetterUpper).Take(4))
        {
            column = (column * 26) + letter - 'A' + 1;
        }

        return column;
    }

    public static string Letters(int column) => column <= 26
        ? ((char)('A' + column - 1)).ToString()
        : Letters((column - 1) / 26) + (char)('A' + ((column - 1) % 26));

    public void Add(int row, int column, SourceCell cell)
    {
        if (!_rows.TryGetValue(row, out var cells))
        {
            _rows[row] = cells = [];
        }

        cells[column] = cell;
    }

    /// <summary>A merged range; more than there are rows are left out.</summary>
    public void AddMerge(string range)
    {
        if (_merges.Count < ImportLimits.Rows)
        {
            _merges.Add(range);
        }
    }

    public List<SourceRow> Build(string where)
    {
        Cover();
        var found = new List<SourceRow>();
        foreach (var (number, cells) in _rows)
        {
            if (cells.Values.All(c => c.IsBlank && c.Down != MergeDown.Continued))
            {
                continue;
            }

            var row = new List<SourceCell>();
            var last = cells.Keys.Max();
            for (var column = 1; column <= last;)
            {
                var cell = cells.GetValueOrDefault(column, SourceCell.Empty);
                row.Add(cell);
                column += cell.Across;
            }

            found.Add(new SourceRow(string.Create(CultureInfo.InvariantCulture, $"{where}, row {number}"), row));
        }

        return found;
    }

    /// <summary>Marks merged cells.</summary>
    private void Cover()
    {
        var numbers = _rows.Keys.ToArray();
        foreach (var merge in _merges)
        {
            if (merge.Split(':') is not [var from, var to] || Column(from) is not (> 0 and <= ImportLimits.Columns) || Number(from) is not { } top || Number(to) is not { } bottom)
            {
                continue;
            }

            var (left, right) = (Column(from), Math.Min(Column(to), ImportLimits.Columns));
            var first = _rows.GetValueOrDefault(top)?.GetValueOrDefault(left) ?? SourceCell.Empty;
            var at = Array.BinarySearch(numbers, top);
            for (at = at < 0 ? ~at : at; at < numbers.Length && numbers[at] <= bottom; at++)
            {
                budget.Step();
                var row = numbers[at];
                var cell = row == top ? first : SourceCell.Empty;
                Add(row, left, cell with
                {
                    Across = Math.Max(1, right - left + 1),
                    Down = top == bottom ? MergeDown.None : row == top ? MergeDown.First : MergeDown.Continued,
                });
            }
        }
    }

    private static int? Number(string address) => DocxStyles.Number(new string(address.SkipWhile(char.IsAsciiLetterUpper).ToArray()));
}
