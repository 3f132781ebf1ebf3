using InspectionPortal.Web.Features.Imports.Building;
using InspectionPortal.Web.Features.Imports.Columns;
using InspectionPortal.Web.Features.Imports.Exported;
using InspectionPortal.Web.Features.Imports.Finding;
using InspectionPortal.Web.Features.Imports.Reading;

namespace InspectionPortal.Web.Features.Imports;

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
    /// <exception cref="ImportException">The file cannot be read at all.</exception>
    public static ImportResult Read(Stream stream, string fileName, ImportHints hints)
    {
        ArgumentNullException.ThrowIfNull(hints);
        var issues = new ImportIssues();
        var document = DocumentReader.Read(stream, fileName, issues);
        if (hints is { Choices.Count: 0, Table: null } && (ExportedWordReader.Read(document, hints, issues) ?? ExportedSheetReader.Read(document, hints, issues)) is { } own)
        {
            return own;
        }

        document = TurnedTables.Turn(document, issues);
        var finder = new PlanFinder(document, issues, hints.Table);
        if (finder.Find() is not { } plan || !plan.Rows.Any())
        {
            var hasTable = document.Blocks.OfType<SourceTable>().Any(t => t.Rows.Count > 0);
            issues.Error("File", hasTable
                ? "No table in the file looks like a plan: none has a header row with an action and who does it, by when, or how it stands. Check the headers of its columns."
                : "The file holds no table, so there is no plan to import.");
            return new ImportResult(new ImportedPlan([]), [], issues.InOrder());
        }

        TickedColumns.Fill(plan);
        var rows = plan.Rows.ToList();
        var columns = plan.Columns.Select((c, i) => new FileColumn(
            i,
            Bare(c.Header),
            c.Upper is null ? null : Bare(c.Upper),
            rows.Select(r => r.Cells[i].Text).ToList(),
            rows.Select(r => r.Cells[i].Fill).ToList())).ToList();
        foreach (var column in plan.Columns.Where(c => c.Footnotes.Count > 0))
        {
            issues.Info($"Column '{Bare(column.Header)}'", $"Its header has a footnote: {string.Join(" ", column.Footnotes)}");
        }

        var mapped = new ColumnMapper(hints, issues).Map(columns);
        var built = new PlanBuilder(plan, mapped, hints, issues).Build(fileName);
        return new ImportResult(
            built,
            mapped.Select(Told).ToList(),
            issues.InOrder())
        {
            Tables = finder.Candidates,
        };
    }

    private static ImportedColumn Told(MappedColumn mapped) => new(mapped.Column.FullHeader, mapped.Field?.ToWire())
    {
        Sureness = mapped.Sureness,
        Because = mapped.Because,
        First = mapped.Column.Cells.FirstOrDefault(c => c.Length > 0),
        Filled = mapped.Column.Cells.Count(c => c.Length > 0),
        Cells = mapped.Column.Cells.Count,
    };

    /// <summary>A header without the stars and figures that point to notes.</summary>
    private static string Bare(string header) => header.Trim().TrimEnd('*', '†', '‡', ' ', ':');
}
