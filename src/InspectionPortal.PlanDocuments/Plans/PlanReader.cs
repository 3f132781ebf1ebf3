using InspectionPortal.Domain.Deadlines;
using InspectionPortal.PlanDocuments.Building;
using InspectionPortal.PlanDocuments.Columns;
using InspectionPortal.PlanDocuments.PortalFormat;
using InspectionPortal.PlanDocuments.TableDetection;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.Plans;

/// <summary>
/// Reads a plan from a Word, Excel or CSV file: the file as neutral tables, the plan among them, its columns as fields, its
/// rows as projects. Saves nothing and asks nobody.
/// </summary>
public static class PlanReader
{
    /// <summary>The plan in a file, with how it was read and what is doubted. Without a plan in it, one error says so.</summary>
    /// <param name="stream">The file; read once from where it stands.</param>
    /// <param name="fileName">Its name, for its kind and for messages.</param>
    /// <param name="hints">What is known of the partnership.</param>
    /// <param name="budget">What the reading may cost; null for the default.</param>
    /// <exception cref="ImportException">The file cannot be read at all.</exception>
    public static ImportResult Read(Stream stream, string fileName, ImportHints hints, ReadingBudget? budget = null)
    {
        budget ??= new ReadingBudget();
        ArgumentNullException.ThrowIfNull(hints);
        var issues = new ImportIssues();
        var document = DocumentReader.Read(stream, fileName, issues, budget);
        if (hints is { Choices.Count: 0, Table: null } && ReadOwn(ref document, hints, issues, budget) is { } own)
        {
            return own;
        }

        document = TransposedTables.Turn(document, issues);
        var finder = new PlanFinder(document, issues, budget, hints.Table);
        if (finder.Find() is not { } plan || !plan.Rows.Any())
        {
            return NoPlan(document, finder, issues);
        }

        TickedColumns.Fill(plan);
        foreach (var column in plan.Columns.Where(c => c.Footnotes.Count > 0))
        {
            issues.Info($"Column '{Bare(column.Header)}'", $"Its header has a footnote: {string.Join(" ", column.Footnotes)}");
        }

        var mapped = new ColumnMapper(hints, issues).Map(Columns([.. plan.Rows], plan.Columns));
        var built = new PlanBuilder(plan, mapped, hints, issues, budget).Build(fileName);
        return new ImportResult(
            built,
            mapped.Select(Told).ToList(),
            issues.InOrder())
        {
            Tables = finder.Candidates,
        };
    }

    private static ImportResult NoPlan(SourceDocument document, PlanFinder finder, ImportIssues issues)
    {
        var hasTable = document.Blocks.OfType<SourceTable>().Any(t => t.Rows.Count > 0);
        finder.OfferTables();
        issues.Error("File", hasTable
            ? "No table in the file looks like a plan. A plan needs a header row with the action and its lead, deadline or status. Check the column headers."
            : "The file has no table, so there is no plan to import. Put the plan in a table.");
        return new ImportResult(new ImportedPlan([]), [], issues.InOrder())
        {
            Tables = finder.Candidates,
        };
    }

    private static List<FileColumn> Columns(List<RowItem> rows, IReadOnlyList<TableColumn> columns) =>
    [
        .. columns.Select((c, i) => new FileColumn(
            i,
            Bare(c.Header),
            c.Upper is null ? null : Bare(c.Upper),
            rows.Select(r => r.Cells[i].Text).ToList(),
            rows.Select(r => r.Cells[i].Fill).ToList())
        {
            Told = c.Told,
        }),
    ];

    /// <summary>The plan in a file that the portal wrote; null in other files.</summary>
    private static ImportResult? ReadOwn(ref SourceDocument document, ImportHints hints, ImportIssues issues, ReadingBudget budget)
    {
        if (document.Copy is { } copy && !copy.IsReadable())
        {
            document = document with { Copy = PlanCopy.Damaged(issues) };
        }

        var own = ExportedDocxReader.Read(document, hints, issues, budget) ?? ExportedSheetReader.Read(document, hints, issues, budget);
        if (own is null && document.Copy is not null)
        {
            issues.Warn(
                "File", "The file was exported from the portal, but its table has another shape now, so only its words are imported.");
        }

        return own is null ? null : own with { Copy = document.Copy };
    }

    private static ImportedColumn Told(MappedColumn mapped) => new(mapped.Column.FullHeader, mapped.Field?.ToWire())
    {
        Sureness = mapped.Sureness,
        Because = mapped.Because,
        Second = mapped.Second?.ToWire(),
        First = mapped.Column.Cells.FirstOrDefault(c => c.Length > 0),
        Filled = mapped.Column.Cells.Count(c => c.Length > 0),
        Cells = mapped.Column.Cells.Count,
    };

    /// <summary>A header without the stars and figures that point to notes.</summary>
    private static string Bare(string header) => header.Trim().TrimEnd('*', '†', '‡', ' ', ':');
}
