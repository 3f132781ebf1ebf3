using InspectionPortal.Domain.Text;
using System.Globalization;
using InspectionPortal.PlanDocuments.Columns;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.TableDetection;

/// <summary>Finds the plan among a document's tables, and lays the parts it is split into under one header.</summary>
internal sealed class PlanFinder(SourceDocument document, ImportIssues issues, ReadingBudget budget, string? chosen = null)
{
    private readonly List<TableColumn> _columns = [];
    private readonly List<PlanItem> _items = [];
    private readonly List<SourceTable> _taken = [];

    /// <summary>The tables that could be the plan.</summary>
    public List<ImportedTable> Candidates { get; } = [];

    /// <summary>The plan; null where no table is one.</summary>
    public FoundPlan? Find()
    {
        var forms = document.Blocks.OfType<SourceTable>().SelectMany(FormTables.Read).ToList();
        var shapes = document.Blocks.OfType<SourceTable>().Where(t => t.Rows.Count > 0).ToDictionary(t => t, HeaderFinder.Find, ReferenceEqualityComparer.Instance.For());
        var best = shapes.Values.Where(s => s.Score > 0).OrderByDescending(s => chosen is not null && Name(s.Table) == chosen).ThenByDescending(s => s.Score * Math.Log(2 + DataRows(s))).FirstOrDefault();
        if ((forms.Count == 1 && best is null) || (forms.Count >= 2 && (best is null || forms.Count > DataRows(best) || forms.Exists(f => f.Table == best.Table))))
        {
            FormParts(forms);
            return new FoundPlan(_columns, _items, Title());
        }

        best ??= WithoutHeader(shapes);
        if (best is null)
        {
            return null;
        }

        TableParts(best, shapes);
        return new FoundPlan(_columns, _items, Title());
    }

    private static int DataRows(TableShape shape) => shape.Table.Rows.Count - shape.HeaderRow - shape.HeaderRows;

    /// <summary>The first table whose columns tell by what they hold that it is a plan, although nothing stands above them.</summary>
    private TableShape? WithoutHeader(Dictionary<SourceTable, TableShape> shapes)
    {
        var found = shapes.Keys.Select(HeaderFinder.WithoutHeader).OfType<TableShape>().FirstOrDefault();
        if (found is not null)
        {
            shapes[found.Table] = found;
            issues.Warn(Name(found.Table), "It has no header row, so its columns were recognised by what they contain. Check each of them.");
        }

        return found;
    }

    private void TableParts(TableShape best, Dictionary<SourceTable, TableShape> shapes)
    {
        _columns.AddRange(best.Columns);
        Candidates.Add(new ImportedTable(Name(best.Table), best.Table.Rows.Count, IsTaken: true));
        var parts = shapes.Values.Where(s => TableMatch.Belongs(s, best)).ToList();
        var context = new PartContext(document.Blocks, parts.Select(p => p.Table).ToList());
        var last = best;
        var isOpen = false;
        foreach (var block in document.Blocks)
        {
            budget.Step();
            if (block is not SourceTable { Rows.Count: > 0 } table)
            {
                isOpen = isOpen && block is SourceText { Heading: 0 };
                continue;
            }

            var shape = shapes[table];
            if (TableMatch.Belongs(shape, best))
            {
                _items.AddRange(context.Before(table));
                AddRows(shape, isFurther: _taken.Count > 0);
                (last, isOpen) = (shape, true);
            }
            else if (isOpen && TableMatch.GoesOn(shape, last))
            {
                AddRows(last with { Table = table, HeaderRow = 0, HeaderRows = 0 }, isFurther: true);
            }
            else
            {
                isOpen = isOpen && BannerRows.ReadTable(table).Count > 0;
                SayLeft(shape, best, context);
            }
        }

        SayJoined(context);
    }

    private void AddRows(TableShape shape, bool isFurther)
    {
        _taken.Add(shape.Table);
        var places = Align(shape);
        var rows = shape.Table.Rows;
        Block(shape);
        var isAfterBreak = isFurther;
        var following = RowsBelow.Of(rows);
        for (var i = shape.HeaderRow + shape.HeaderRows; i < rows.Count; i++)
        {
            budget.Step();
            if (shape.Repeats(rows[i]))
            {
                isAfterBreak = true;
                continue;
            }

            if (rows[i].Cells.All(c => c.IsBlank && c.Down != MergeDown.Continued && CellContent.Colour(c.Fill) is null))
            {
                continue;
            }

            if (BannerRows.IsAside(rows[i]))
            {
                issues.Info(rows[i].Where, $"'{Short(string.Join(" ", rows[i].Cells.Select(c => c.Text)).Trim())}' is between the rows, but was not read as a row.");
                continue;
            }

            if (BannerRows.Read(rows[i], shape, following[i], isAfterBreak) is { } banner)
            {
                _items.Add(banner);
                isAfterBreak = false;
                continue;
            }

            var cells = new SourceCell[_columns.Count];
            Array.Fill(cells, SourceCell.Empty);
            var own = shape.Cells(rows[i]);
            for (var c = 0; c < own.Length; c++)
            {
                cells[places[c]] = own[c];
            }

            _items.Add(new RowItem(rows[i].Where, cells, isAfterBreak));
            isAfterBreak = false;
        }
    }

    /// <summary>A title block above the header: rows of one cell that name what the table is about.</summary>
    private void Block(TableShape shape)
    {
        foreach (var row in shape.Table.Rows.Take(shape.HeaderRow))
        {
            var filled = row.Cells.Where(c => !c.IsBlank).ToList();
            if (filled is [var only] && BannerRows.Named().IsMatch(only.Text))
            {
                _items.Add(new BannerItem(row.Where, null, only.Lines, BannerRows.Style(only)));
            }
            else if (BannerRows.Labelled(filled) is { } label)
            {
                _items.Add(new BannerItem(row.Where, label, filled[1].Lines, ""));
            }
            else if (filled.Count > 0)
            {
                issues.Info(row.Where, $"'{Short(string.Join(" ", filled.Select(c => c.Text)))}' is above the header, so it was not read as a row.");
            }
        }
    }

    /// <summary>Which column of the plan each column of a part is; new ones are added to the right.</summary>
    private int[] Align(TableShape shape)
    {
        var places = new int[shape.Columns.Count];
        var used = new HashSet<int>();
        var isPositional = shape.Columns.Count == _columns.Count
            && Enumerable.Range(0, _columns.Count).Count(i => shape.Columns[i].Key == _columns[i].Key || shape.Columns[i].Field == _columns[i].Field) >= _columns.Count * 0.6;
        for (var i = 0; i < places.Length; i++)
        {
            var column = shape.Columns[i];
            var at = isPositional ? i : Unused(c => c.Plain == column.Plain && c.PlainUpper == column.PlainUpper);
            at = at < 0 && column.Field is { } field and not (ImportField.Other or ImportField.Month) ? Unused(c => c.Field == field) : at;
            if (at < 0)
            {
                at = _columns.Count;
                if (at >= ImportLimits.PlanColumns)
                {
                    throw new ImportException(ImportLimits.TooManyColumns);
                }

                _columns.Add(column);
                Widen();
            }

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

    private void FormParts(List<Form> forms)
    {
        var context = new PartContext(document.Blocks, forms.Select(f => f.Table).Distinct(ReferenceEqualityComparer.Instance.For()).ToList());
        SourceTable? before = null;
        foreach (var (table, where, pairs) in forms)
        {
            budget.Step();
            var header = pairs.Select((p, i) => new TableColumn(i, i, p.Label, null, [])).ToList();
            var isTitled = header.Exists(c => c.Field == ImportField.Title);
            _items.AddRange(ReferenceEquals(table, before) ? [] : context.Before(table, leaveLast: !isTitled));
            before = table;
            foreach (var (label, value) in isTitled || context.Nearest(table) is not { } heading ? [] : FormTables.Titled(new SourceCell { Lines = [new SourceLine(heading)] }))
            {
                header.Add(new TableColumn(header.Count, header.Count, label, null, []));
                pairs.Add((label, value));
            }

            var places = Align(new TableShape(table, 0, 1, header, 1));
            var cells = new SourceCell[_columns.Count];
            Array.Fill(cells, SourceCell.Empty);
            for (var i = 0; i < places.Length; i++)
            {
                cells[places[i]] = pairs[i].Value;
            }

            _items.Add(new RowItem(where, cells, IsAfterBreak: false));
        }
    }

    private void SayLeft(TableShape shape, TableShape best, PartContext context)
    {
        if (context.IsBanner(shape.Table))
        {
            return;
        }

        var rows = shape.Table.Rows.Count;
        if (shape.Score > 0)
        {
            Candidates.Add(new ImportedTable(Name(shape.Table), rows, IsTaken: false));
            issues.Warn(Name(shape.Table), string.Create(CultureInfo.InvariantCulture, $"Two tables could be the plan: {Name(best.Table)} was used and this one, with {rows} rows, was left out. If this is the plan, import it in a separate file."));
        }
        else
        {
            issues.Info(Name(shape.Table), "This table does not look like a plan and was left out.");
        }
    }

    private void SayJoined(PartContext context)
    {
        if (_taken.Count > 1)
        {
            var names = _taken.Count > 4 ? $"{Name(_taken[0])} to {Name(_taken[^1])}" : string.Join(", ", _taken.Select(Name));
            var message = $"{names} have the same columns and were read as one plan.";
            if (context.HasHeadings)
            {
                issues.Warn("File", $"{message} Each has its own heading. Check that none of them is another plan or an older version.");
            }
            else
            {
                issues.Info("File", message);
            }
        }
    }

    private string? Title() => document.Blocks.OfType<SourceText>().Where(t => t.Heading > 0).Select(t => t.Text).FirstOrDefault();

    private static string Name(SourceTable table) => table.Where.Length == 0 ? "The table" : table.Where;

    private static string Short(string text) => EnglishText.Cut(text, 80);
}
