using System.Globalization;
using InspectionPortal.Domain.Text;
using InspectionPortal.PlanDocuments.Columns;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.TableDetection;

/// <summary>Lays the parts that a plan is split into under one header, each row with what stands above it.</summary>
internal sealed class PlanTables(ImportIssues issues, ReadingBudget budget)
{
    private readonly List<TableColumn> _columns = [];
    private readonly List<PlanItem> _items = [];
    private readonly List<SourceTable> _taken = [];
    private readonly Dictionary<int, SourceCell> _told = [];

    /// <summary>The columns of the plan.</summary>
    public IReadOnlyList<TableColumn> Columns => _columns;

    /// <summary>What stands under them.</summary>
    public IReadOnlyList<PlanItem> Items => _items;

    /// <summary>The tables that were laid.</summary>
    public IReadOnlyList<SourceTable> Taken => _taken;

    /// <summary>Begins with the columns of the likeliest table.</summary>
    public void Begin(TableShape best) => _columns.AddRange(best.Columns);

    /// <summary>A row that is no row of a table, by the columns of its own.</summary>
    public void AddForm(string where, IReadOnlyList<TableColumn> columns, IReadOnlyList<SourceCell> values, SourceTable table)
    {
        var places = Align(new TableShape(table, 0, 1, columns, 1));
        _items.Add(new RowItem(where, Laid([.. values], places), IsAfterBreak: false));
    }

    /// <summary>The rows of a table.</summary>
    public void AddRows(TableShape shape)
    {
        var isAfterBreak = _taken.Count > 0;
        _taken.Add(shape.Table);
        var places = Align(shape);
        if (shape.HeaderRow > 0)
        {
            _told.Clear();
        }

        var rows = shape.Table.Rows;
        var first = shape.HeaderRow + shape.HeaderRows;
        var contexts = Contexts(shape, first);
        Block(shape, contexts.Count > 0);
        var following = RowsBelow.Of(rows);
        for (var i = first; i < rows.Count; i++)
        {
            budget.Step();
            if (shape.Repeats(rows[i]))
            {
                isAfterBreak = true;
                continue;
            }

            if (contexts.TryGetValue(i, out var end))
            {
                AddContext(ContextRows.Read([.. rows.Skip(i).Take(end - i)]));
                i = end - 1;
                continue;
            }

            if (IsLeftOut(rows[i]))
            {
                continue;
            }

            if (BannerRows.Read(rows[i], shape, following[i], isAfterBreak) is { } banner)
            {
                _items.Add(banner);
                isAfterBreak = false;
                continue;
            }

            var own = shape.Cells(rows[i]);
            if (i < first + 2 && IsGuidance(rows[i], own, shape))
            {
                continue;
            }

            _items.Add(new RowItem(rows[i].Where, Laid(own, places), isAfterBreak));
            isAfterBreak = false;
        }
    }

    /// <summary>True for a row without words or colours, and for an aside between the rows of the plan.</summary>
    private bool IsLeftOut(SourceRow row)
    {
        if (row.Cells.All(c => c.IsBlank && c.Down != MergeDown.Continued && CellContent.Colour(c.Fill) is null))
        {
            return true;
        }

        if (!BannerRows.IsAside(row))
        {
            return false;
        }

        var words = string.Join(" ", row.Cells.Select(c => c.Text)).Trim();
        issues.Info(row.Where, $"'{Short(words)}' is between the rows, but was not read as a row.");
        return true;
    }

    private bool IsGuidance(SourceRow row, SourceCell[] own, TableShape shape)
    {
        if (shape.HeaderRows == 0 || !GuidanceRows.Is(own, shape.Columns))
        {
            return false;
        }

        issues.Info(row.Where, "This row says how to fill in the table, so it was not read as a row of the plan.");
        return true;
    }

    /// <summary>The cells of a part in the columns of the plan, with the lines above that apply to all rows.</summary>
    private SourceCell[] Laid(SourceCell[] own, int[] places)
    {
        var cells = new SourceCell[_columns.Count];
        Array.Fill(cells, SourceCell.Empty);
        for (var c = 0; c < own.Length; c++)
        {
            cells[places[c]] = own[c];
        }

        foreach (var (column, cell) in _told)
        {
            cells[column] = cells[column].IsBlank ? cell : cells[column];
        }

        return cells;
    }

    /// <summary>The groups of rows that describe the rows below the next header: where each starts, and where it ends.</summary>
    private static Dictionary<int, int> Contexts(TableShape shape, int first)
    {
        var contexts = new Dictionary<int, int>();
        var rows = shape.Table.Rows;
        for (var i = first; i < rows.Count; i++)
        {
            if (shape.Repeats(rows[i]) && ContextRows.Start(rows, i, first, shape) is var start && start < i)
            {
                contexts[start] = i;
            }
        }

        return contexts;
    }

    /// <summary>Adds lines that apply to the rows that follow.</summary>
    public void AddContext(IEnumerable<BannerItem> items)
    {
        var isFresh = false;
        foreach (var item in items)
        {
            if (item.Field is not { } field)
            {
                if (!isFresh)
                {
                    _told.Clear();
                }

                _items.Add(item);
            }
            else
            {
                _told[ToldColumn(field, item.Label!)] = item.Value;
            }

            isFresh = true;
        }
    }

    /// <summary>The column for a line above the rows; a new one if no column holds it.</summary>
    private int ToldColumn(ImportField field, string label)
    {
        var plain = HeaderSynonyms.Plain(label);
        var at = _columns.FindIndex(c => c.Told == field && c.Plain == plain);
        at = at < 0 && field != ImportField.Other ? _columns.FindIndex(c => c.Field == field) : at;
        return at < 0 ? Append(new TableColumn(-1, -1, label, null, []) { Told = field }) : at;
    }

    /// <summary>The rows above the header: what they tell of the rows below it, or a title that names what the table is about.</summary>
    private void Block(TableShape shape, bool isGrouped)
    {
        var above = shape.Table.Rows.Take(shape.HeaderRow).ToList();
        if (above.Count == 0)
        {
            return;
        }

        var items = ContextRows.Read(above);
        if (isGrouped || items.Exists(i => i.IsFinding))
        {
            AddContext(items);
            return;
        }

        foreach (var item in items)
        {
            if (Tells(item))
            {
                AddContext([item]);
            }
            else
            {
                issues.Info(item.Where, $"'{Short(string.Join(" ", item.Lines.Select(l => l.Text)))}' is above the header, so it was not read as a row.");
            }
        }
    }

    /// <summary>Whether a line above the only header of a table tells of its rows, and is no title of the whole document.</summary>
    private bool Tells(BannerItem item) => item.Field switch
    {
        null => item.Label is { Length: > 0 } || item.Number is not null
            || (item.Style.Length > 0 && !item.Style.Contains('|', StringComparison.Ordinal))
                || BannerRows.Named().IsMatch(item.Lines[0].Text),
        ImportField.Leads => !_columns.Exists(c => c.Field == ImportField.Leads)
            && item.Label?.Contains("programme", StringComparison.OrdinalIgnoreCase) != true,
        _ => false,
    };

    /// <summary>Which column of the plan each column of a part is; new ones are added to the right.</summary>
    private int[] Align(TableShape shape)
    {
        var places = new int[shape.Columns.Count];
        var used = new HashSet<int>();
        var isPositional = shape.Columns.Count == _columns.Count
            && Enumerable.Range(0, _columns.Count).Count(i => shape.Columns[i].Key == _columns[i].Key
                || shape.Columns[i].Field == _columns[i].Field) >= _columns.Count * 0.6;
        for (var i = 0; i < places.Length; i++)
        {
            var column = shape.Columns[i];
            var at = isPositional ? i : Unused(c => c.Plain == column.Plain && c.PlainUpper == column.PlainUpper);
            at = at < 0 && column.Field is { } field and not (ImportField.Other or ImportField.Month) ? Unused(c => c.Field == field) : at;
            at = at < 0 ? Append(column) : at;
            used.Add(at);
            places[i] = at;
        }

        return places;

        int Unused(Predicate<TableColumn> isIt)
        {
            for (var at = _columns.FindIndex(isIt); at >= 0; at = _columns.FindIndex(at + 1, isIt))
            {
                if (!used.Contains(at))
                {
                    return at;
                }
            }

            return -1;
        }
    }

    /// <summary>Adds a column that earlier tables do not have, and returns its place.</summary>
    private int Append(TableColumn column)
    {
        if (_columns.Count >= ImportLimits.PlanColumns)
        {
            throw new ImportException(ImportLimits.TooManyColumns);
        }

        _columns.Add(column);
        Widen();
        return _columns.Count - 1;
    }

    private void Widen()
    {
        for (var i = 0; i < _items.Count; i++)
        {
            budget.Step();
            if (_items[i] is RowItem row)
            {
                _items[i] = row with { Cells = [.. row.Cells, SourceCell.Empty] };
            }
        }
    }

    private static string Short(string text) => EnglishText.Cut(text, 80);
}
