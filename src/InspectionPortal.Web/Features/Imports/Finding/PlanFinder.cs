using System.Globalization;
using InspectionPortal.Web.Features.Imports.Columns;
using InspectionPortal.Web.Features.Imports.Reading;

namespace InspectionPortal.Web.Features.Imports.Finding;

/// <summary>Finds the plan among a document's tables, and lays the parts it is split into under one header.</summary>
internal sealed class PlanFinder(SourceDocument document, ImportIssues issues, string? chosen = null)
{
    private readonly List<TableColumn> columns = [];
    private readonly List<PlanItem> items = [];
    private readonly List<SourceTable> taken = [];

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
            return new FoundPlan(columns, items, Title());
        }

        best ??= WithoutHeader(shapes);
        if (best is null)
        {
            return null;
        }

        TableParts(best, shapes);
        return new FoundPlan(columns, items, Title());
    }

    private static int DataRows(TableShape shape) => shape.Table.Rows.Count - shape.HeaderRow - shape.HeaderRows;

    /// <summary>The first table whose columns tell by what they hold that it is a plan, although nothing stands above them.</summary>
    private TableShape? WithoutHeader(Dictionary<SourceTable, TableShape> shapes)
    {
        var found = shapes.Keys.Select(HeaderFinder.WithoutHeader).OfType<TableShape>().FirstOrDefault();
        if (found is not null)
        {
            shapes[found.Table] = found;
            issues.Doubt(Name(found.Table), "It has no header row, so its columns were read by what they hold. Check each of them.");
        }

        return found;
    }

    private void TableParts(TableShape best, Dictionary<SourceTable, TableShape> shapes)
    {
        columns.AddRange(best.Columns);
        Candidates.Add(new ImportedTable(Name(best.Table), best.Table.Rows.Count, IsTaken: true));
        var parts = shapes.Values.Where(s => Belongs(s, best)).ToList();
        var context = new PartContext(document.Blocks, parts.Select(p => p.Table).ToList());
        var last = best;
        var isOpen = false;
        foreach (var block in document.Blocks)
        {
            if (block is not SourceTable { Rows.Count: > 0 } table)
            {
                isOpen = isOpen && block is SourceText { Heading: 0 };
                continue;
            }

            var shape = shapes[table];
            if (Belongs(shape, best))
            {
                items.AddRange(context.Before(table));
                AddRows(shape, isFurther: taken.Count > 0);
                (last, isOpen) = (shape, true);
            }
            else if (isOpen && GoesOn(shape, last))
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

    /// <summary>The same columns as the plan, in the same or other words.</summary>
    private static bool Belongs(TableShape shape, TableShape best)
    {
        if (ReferenceEquals(shape.Table, best.Table))
        {
            return true;
        }

        if (shape.HeaderRows == 0 || best.Columns.Count == 0)
        {
            return false;
        }

        var keys = best.Columns.Where(c => c.Header.Length > 0).Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        var own = shape.Columns.Where(c => c.Header.Length > 0).ToList();
        var same = own.Count(c => keys.Contains(c.Key));
        var fields = own.Select(Field).OfType<ImportField>().ToHashSet();
        var bestFields = best.Columns.Select(Field).OfType<ImportField>().ToHashSet();
        var shared = fields.Count(bestFields.Contains);
        return same >= Math.Max(own.Count, keys.Count) * 0.6
            || (shape.Score > 0 && shared >= 3 && shared >= Math.Max(fields.Count, bestFields.Count) * 0.75);
    }

    private static ImportField? Field(TableColumn column) => HeaderWords.Read(column.Header, column.Upper)?.Field;

    /// <summary>A table without a header of its own directly behind the plan, as wide as it: the plan goes on.</summary>
    private static bool GoesOn(TableShape shape, TableShape last) =>
        shape.Score <= 0 && BannerRows.ReadTable(shape.Table).Count == 0
        && shape.Table.Rows.Max(r => r.Cells.Count) == last.Table.Rows.Max(r => r.Cells.Count) && last.Columns.Count > 2
        && TableShape.Width(shape.Table) == TableShape.Width(last.Table);

    private void AddRows(TableShape shape, bool isFurther)
    {
        taken.Add(shape.Table);
        var places = Align(shape);
        var rows = shape.Table.Rows;
        Block(shape);
        var isAfterBreak = isFurther;
        for (var i = shape.HeaderRow + shape.HeaderRows; i < rows.Count; i++)
        {
            if (shape.Repeats(rows[i]))
            {
                isAfterBreak = true;
                continue;
            }

            if (rows[i].Cells.All(c => c.IsBlank && c.Down != MergeDown.Continued && Columns.CellContent.Colour(c.Fill) is null))
            {
                continue;
            }

            if (BannerRows.IsAside(rows[i]))
            {
                issues.Info(rows[i].Where, $"'{Short(string.Join(" ", rows[i].Cells.Select(c => c.Text)).Trim())}' stands among the rows and was not read as one.");
                continue;
            }

            var next = rows.Skip(i + 1).FirstOrDefault(r => r.Cells.Any(c => !c.IsBlank));
            if (BannerRows.Read(rows[i], shape, next, isAfterBreak) is { } banner)
            {
                items.Add(banner);
                isAfterBreak = false;
                continue;
            }

            var cells = new SourceCell[columns.Count];
            Array.Fill(cells, SourceCell.Empty);
            var own = shape.Cells(rows[i]);
            for (var c = 0; c < own.Length; c++)
            {
                cells[places[c]] = own[c];
            }

            items.Add(new RowItem(rows[i].Where, cells, isAfterBreak));
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
                items.Add(new BannerItem(row.Where, null, only.Lines, BannerRows.Style(only)));
            }
            else if (BannerRows.Labelled(filled) is { } label)
            {
                items.Add(new BannerItem(row.Where, label, filled[1].Lines, ""));
            }
            else if (filled.Count > 0)
            {
                issues.Info(row.Where, $"'{Short(string.Join(" ", filled.Select(c => c.Text)))}' stands above the header and was not read as a row.");
            }
        }
    }

    /// <summary>Which column of the plan each column of a part is; new ones are added to the right.</summary>
    private int[] Align(TableShape shape)
    {
        var places = new int[shape.Columns.Count];
        var used = new HashSet<int>();
        var isPositional = shape.Columns.Count == columns.Count
            && Enumerable.Range(0, columns.Count).Count(i => shape.Columns[i].Key == columns[i].Key || Field(shape.Columns[i]) == Field(columns[i])) >= columns.Count * 0.6;
        for (var i = 0; i < places.Length; i++)
        {
            var column = shape.Columns[i];
            var at = isPositional ? i : columns.FindIndex(c => c.Key == column.Key && !used.Contains(columns.IndexOf(c)));
            at = at < 0 && Field(column) is { } field and not (ImportField.Other or ImportField.Month) ? columns.FindIndex(c => Field(c) == field && !used.Contains(columns.IndexOf(c))) : at;
            if (at < 0)
            {
                at = columns.Count;
                columns.Add(column);
                Widen();
            }

            used.Add(at);
            places[i] = at;
        }

        return places;
    }

    private void Widen()
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is RowItem row)
            {
                items[i] = row with { Cells = [.. row.Cells, SourceCell.Empty] };
            }
        }
    }

    private void FormParts(List<Form> forms)
    {
        var context = new PartContext(document.Blocks, forms.Select(f => f.Table).Distinct(ReferenceEqualityComparer.Instance.For()).ToList());
        SourceTable? before = null;
        foreach (var (table, where, pairs) in forms)
        {
            var header = pairs.Select((p, i) => new TableColumn(i, i, p.Label, null, [])).ToList();
            var isTitled = header.Exists(c => Field(c) == ImportField.Title);
            items.AddRange(ReferenceEquals(table, before) ? [] : context.Before(table, leaveLast: !isTitled));
            before = table;
            foreach (var (label, value) in isTitled || context.Nearest(table) is not { } heading ? [] : FormTables.Titled(new SourceCell { Lines = [new SourceLine(heading)] }))
            {
                header.Add(new TableColumn(header.Count, header.Count, label, null, []));
                pairs.Add((label, value));
            }

            var places = Align(new TableShape(table, 0, 1, header, 1));
            var cells = new SourceCell[columns.Count];
            Array.Fill(cells, SourceCell.Empty);
            for (var i = 0; i < places.Length; i++)
            {
                cells[places[i]] = pairs[i].Value;
            }

            items.Add(new RowItem(where, cells, IsAfterBreak: false));
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
            issues.Doubt(Name(shape.Table), string.Create(CultureInfo.InvariantCulture, $"Two tables could be the plan: {Name(best.Table)} was taken and this one, of {rows} rows, was left out. Bring it in by itself if it is the plan."));
        }
        else
        {
            issues.Info(Name(shape.Table), "This table does not look like a plan and was left out.");
        }
    }

    private void SayJoined(PartContext context)
    {
        if (taken.Count > 1)
        {
            var names = taken.Count > 4 ? $"{Name(taken[0])} to {Name(taken[^1])}" : string.Join(", ", taken.Select(Name));
            var message = $"{names} have the same columns and were read as one plan.";
            if (context.HasHeadings)
            {
                issues.Doubt("File", $"{message} Each stands under its own heading; check that none of them is another plan or an older one.");
            }
            else
            {
                issues.Info("File", message);
            }
        }
    }

    private string? Title() => document.Blocks.OfType<SourceText>().Where(t => t.Heading > 0).Select(t => t.Text).FirstOrDefault();

    private static string Name(SourceTable table) => table.Where.Length == 0 ? "The table" : table.Where;

    private static string Short(string text) => text.Length > 80 ? $"{text[..77]}…" : text;
}
