using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.PlanDocuments.Columns;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.PortalFormat;

/// <summary>Reads a sheet or CSV file that the portal wrote, also where somebody changed words in it since.</summary>
internal sealed class ExportedSheetReader(SourceDocument document, ImportHints hints, ImportIssues issues, ReadingBudget budget)
{
    private readonly ExportedProjects _projects = ExportedProjects.Of(document, hints, issues);
    private readonly List<ImportedAim> _aims = [];
    private readonly Dictionary<(string Number, string Title), ImportedAim> _known = [];
    private readonly Dictionary<(object Parent, string Title), ImportedDriver> _drivers = [];

    /// <summary>The plan; null where the file is none of the portal's.</summary>
    public static ImportResult? Read(SourceDocument document, ImportHints hints, ImportIssues issues, ReadingBudget budget)
    {
        var table = document.Blocks.OfType<SourceTable>().FirstOrDefault(t => t.Rows.Count > 0);
        var front = ExportedHeaders.Front.Select(ExportedHeaders.Of).ToList();
        return table is not null && table.Rows[0].Cells.Select(c => c.Text).Take(front.Count).SequenceEqual(front, StringComparer.Ordinal)
            ? new ExportedSheetReader(document, hints, issues, budget).ReadTable(table, About(document))
            : null;
    }

    /// <summary>What the workbook itself says of its columns.</summary>
    private static Dictionary<string, string> About(SourceDocument document) => document.Blocks.OfType<SourceTable>()
        .Where(t => t.SheetName == ExportedHeaders.AboutSheet)
        .SelectMany(t => t.Rows.SkipWhile(r => r.Cells[0].Text != ExportedHeaders.AboutColumns).Skip(1))
        .Where(r => r.Cells.Count > 1).GroupBy(r => r.Cells[0].Text, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Cells[1].Text, StringComparer.Ordinal);

    private ImportResult ReadTable(SourceTable table, Dictionary<string, string> about)
    {
        var headers = table.Rows[0].Cells.Select(c => c.Text).ToList();
        var columns = Columns(headers, about, table);
        foreach (var source in table.Rows.Skip(1).Where(r => r.Cells.Any(c => !c.IsBlank)))
        {
            budget.Step();
            var row = new ExportedRow(source.Where);
            for (var i = 0; i < Math.Min(headers.Count, source.Cells.Count); i++)
            {
                Put(row, columns[i], headers[i], source.Cells[i].Lines);
            }

            Place(row).Add(_projects.Build(row));
        }

        return new ImportResult(
            new ImportedPlan(_aims),
            [.. headers.Select((h, i) => new ImportedColumn(h, Wire(columns[i])) { Sureness = 1, Because = "header" })],
            issues.InOrder());
    }

    private static string Wire((PlanField? Field, ExportedDetail? Detail) column) => column switch
    {
        ({ } field, _) => ExportedFields.Wire(field),
        (_, { } detail) => ExportedFields.Wire(detail),
        _ => ImportField.Other.ToWire(),
    };

    private static void Put(ExportedRow row, (PlanField? Field, ExportedDetail? Detail) column, string header, IReadOnlyList<SourceLine> lines)
    {
        if (column.Field is { } field)
        {
            row[field] = lines;
        }
        else if (column.Detail is { } detail)
        {
            row[detail] = lines;
        }
        else
        {
            row.Others.Add((header, ExportedText.Of(lines)));
        }
    }

    /// <summary>By place, by what the workbook says, by the partnership's layout, by the portal's words, last by likeness.</summary>
    private List<(PlanField? Field, ExportedDetail? Detail)> Columns(List<string> headers, Dictionary<string, string> about, SourceTable table)
    {
        var columns = new List<(PlanField? Field, ExportedDetail? Detail)>();
        var labels = Labels();
        for (var i = 0; i < headers.Count; i++)
        {
            var word = about.GetValueOrDefault(headers[i], headers[i]);
            columns.Add(i < ExportedHeaders.Front.Count ? (null, ExportedHeaders.Front[i])
                : about.Count == 0 && labels.TryGetValue(headers[i], out var field) ? (field, null)
                : ExportedHeaders.Field(word) is { } own ? (own, null) : (null, ExportedHeaders.Detail(word)));
        }

        Guess(headers, table, columns);
        return columns;
    }

    private Dictionary<string, PlanField> Labels() => hints.Layout is not { } layout
        ? new Dictionary<string, PlanField>(StringComparer.Ordinal)
        : PlanHeader.Of(layout, hints.Vocabulary).Columns.Where(c => c.Field is not null)
            .DistinctBy(Label, StringComparer.Ordinal).ToDictionary(Label, c => c.Field!.Value, StringComparer.Ordinal);

    private static string Label(PlanHeading column) => column.Group is null ? column.Label : $"{column.Group}: {column.Label}";

    private void Guess(List<string> headers, SourceTable table, List<(PlanField? Field, ExportedDetail? Detail)> columns)
    {
        var left = Enumerable.Range(0, headers.Count).Where(i => columns[i] is (null, null)).ToList();
        if (left.Count == 0)
        {
            return;
        }

        var rows = table.Rows.Skip(1).ToList();
        var unknown = left.Select(i => new FileColumn(
            i, headers[i].Split(": ")[^1], null, [.. rows.Select(r => r.Cells.ElementAtOrDefault(i)?.Text ?? string.Empty)], [.. rows.Select(_ => (string?)null)])).ToList();
        foreach (var mapped in new ColumnMapper(hints, issues).Map(unknown))
        {
            var field = ExportedFields.Of(mapped.Field);
            columns[mapped.Column.Index] = field is { } found && columns.TrueForAll(k => k.Field != found) ? (found, null) : (null, null);
        }
    }

    private List<ImportedProject> Place(ExportedRow row)
    {
        row[PlanField.Number] = row[ExportedDetail.Number];
        var (number, title) = (row.Word(ExportedDetail.AimNumber), row.Word(ExportedDetail.Aim));
        if (!_known.TryGetValue((number, title), out var aim))
        {
            _known[(number, title)] = aim = new ImportedAim(title) { Number = number };
            aim.Vision = _projects.IsUnchanged(aim, row[ExportedDetail.Vision]) ? null : ExportedText.Said(row[ExportedDetail.Vision]);
            aim.Outcomes.AddRange(ExportedText.Items(row[ExportedDetail.KeyOutcomes]).Select(o => o.Text));
            _aims.Add(aim);
        }

        var (under, place) = (aim.Drivers, aim.Projects);
        foreach (var words in new[] { row.Word(ExportedDetail.Driver), row.Word(ExportedDetail.SecondaryDriver) }.Where(w => w.Length > 0))
        {
            if (!_drivers.TryGetValue((under, words), out var driver))
            {
                _drivers[(under, words)] = driver = new ImportedDriver(words);
                under.Add(driver);
            }

            (under, place) = (driver.Drivers, driver.Projects);
        }

        return place;
    }
}
