using System.Globalization;
using InspectionPortal.PlanDocuments.Columns;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.TableDetection;

/// <summary>Finds the plan among a document's tables, and lays the parts it is split into under one header.</summary>
internal sealed class PlanFinder(SourceDocument document, ImportIssues issues, ReadingBudget budget, string? chosen = null)
{
    private readonly PlanTables _parts = new(issues, budget);
    private bool _isGuess;

    /// <summary>The tables that could be the plan.</summary>
    public List<ImportedTable> Candidates { get; } = [];

    /// <summary>The plan; null where no table is one.</summary>
    public FoundPlan? Find()
    {
        var forms = document.Blocks.OfType<SourceTable>().SelectMany(FormTables.Read).ToList();
        var shapes = document.Blocks.OfType<SourceTable>().Where(t => t.Rows.Count > 0).ToDictionary(t =>
            t, HeaderFinder.Find, ReferenceEqualityComparer.Instance.For());
        var best = shapes.Values.Where(s => s.Score > 0).OrderByDescending(s => chosen is not null
            && Name(s.Table) == chosen).ThenByDescending(s => s.Score * Math.Log(2 + DataRows(s))).FirstOrDefault();
        if (best is not null && best.Columns.Any(c => c.Field == ImportField.Title)
            && forms.TrueForAll(f => f.Table != best.Table && !f.HasAction))
        {
            // These forms describe the actions in the tables below them.
            forms.Clear();
        }

        if ((forms.Count == 1 && best is null) || (forms.Count >= 2
            && (best is null || forms.Count > DataRows(best) || forms.Exists(f => f.Table == best.Table))))
        {
            FormParts(forms);
            return new FoundPlan(_parts.Columns, _parts.Items, Title());
        }

        best ??= WithoutHeader(shapes) ?? Chosen(shapes) ?? Largest(shapes);
        if (best is null)
        {
            return null;
        }

        TableParts(best, shapes);
        return new FoundPlan(_parts.Columns, _parts.Items, Title());
    }

    /// <summary>Offers every table of a file in which none looks like a plan.</summary>
    public void OfferTables() => Candidates.AddRange(document.Blocks.OfType<SourceTable>().Where(t => t.Rows.Count > 1
        && TableShape.Width(t) > 1).Select(t => new ImportedTable(Name(t), t.Rows.Count, IsTaken: false)));

    /// <summary>The table that somebody says is the plan, although it does not look like one.</summary>
    private TableShape? Chosen(Dictionary<SourceTable, TableShape> shapes, string? name = null)
    {
        name ??= chosen;
        if (name is null || shapes.Values.FirstOrDefault(s => Name(s.Table) == name) is not { } shape)
        {
            return null;
        }

        if (shape.Columns.Count == 0)
        {
            var width = TableShape.Width(shape.Table);
            shape = shape with { Columns = [.. Enumerable.Range(0, width).Select(i => new TableColumn(i, i, "", null, []))] };
        }

        shapes[shape.Table] = shape with { Score = 1 };
        return shapes[shape.Table];
    }

    /// <summary>The largest table of a file in which none looks like a plan, for somebody to say what it holds; null where all are small.</summary>
    private TableShape? Largest(Dictionary<SourceTable, TableShape> shapes)
    {
        var largest = shapes.Keys.Where(t => t.Rows.Count > 2 && TableShape.Width(t) > 2).MaxBy(t => t.Rows.Count * TableShape.Width(t));
        if (largest is null || chosen is not null)
        {
            return null;
        }

        _isGuess = true;
        issues.Warn(Name(largest), "No table in the file looks like a plan, so the largest was read. Choose another table, or choose what each column contains.");
        return Chosen(shapes, Name(largest));
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
        _parts.Begin(best);
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
                _parts.AddContext(context.Before(table));
                _parts.AddRows(shape);
                (last, isOpen) = (shape, true);
            }
            else if (isOpen && TableMatch.GoesOn(shape, last))
            {
                _parts.AddRows(last with { Table = table, HeaderRow = 0, HeaderRows = 0 });
            }
            else
            {
                isOpen = isOpen && BannerRows.ReadTable(table).Count > 0;
                SayLeft(shape, best, context);
            }
        }

        SayJoined(context);
    }

    private void FormParts(List<Form> forms)
    {
        var context = new PartContext(document.Blocks,
            forms.Select(f => f.Table).Distinct(ReferenceEqualityComparer.Instance.For()).ToList());
        SourceTable? before = null;
        foreach (var (table, where, pairs) in forms)
        {
            budget.Step();
            var header = pairs.Select((p, i) => new TableColumn(i, i, p.Label, null, [])).ToList();
            var isTitled = header.Exists(c => c.Field == ImportField.Title);
            _parts.AddContext(ReferenceEquals(table, before) ? [] : context.Before(table, leaveLast: !isTitled));
            before = table;
            foreach (var (label, value) in isTitled || context.Nearest(table) is not { } heading ? []
                : FormTables.Titled(new SourceCell { Lines = [new SourceLine(heading)] }))
            {
                header.Add(new TableColumn(header.Count, header.Count, label, null, []));
                pairs.Add((label, value));
            }

            _parts.AddForm(where, header, [.. pairs.Select(p => p.Value)], table);
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
            issues.Warn(Name(shape.Table), string.Create(CultureInfo.InvariantCulture,
                $"Two tables could be the plan: {Name(best.Table)} was used and this one, with {rows} rows, was left out. If this is the plan, choose it."));
        }
        else
        {
            Candidates.AddRange(_isGuess ? [new ImportedTable(Name(shape.Table), rows, IsTaken: false)] : []);
            issues.Info(Name(shape.Table), "This table does not look like a plan and was left out.");
        }
    }

    private void SayJoined(PartContext context)
    {
        if (_parts.Taken.Count > 1)
        {
            var names = _parts.Taken.Count > 4 ? $"{Name(_parts.Taken[0])} to {Name(_parts.Taken[^1])}"
                : string.Join(", ", _parts.Taken.Select(Name));
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
}
