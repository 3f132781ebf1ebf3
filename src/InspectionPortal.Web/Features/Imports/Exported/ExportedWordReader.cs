using InspectionPortal.Web.Features.Imports.Reading;
using InspectionPortal.Web.Tenancy;

namespace InspectionPortal.Web.Features.Imports.Exported;

/// <summary>Reads the table of a Word file that the portal wrote, also where somebody changed words in it since.</summary>
internal sealed class ExportedWordReader
{
    private readonly SourceTable table;
    private readonly List<PlanField> fields;
    private readonly string aimWord;
    private readonly ExportedProjects projects;
    private readonly List<ImportedAim> aims = [];
    private readonly ILookup<string, (string What, IReadOnlyList<SourceLine> Lines)> more;
    private ImportedDriver? primary;
    private List<ImportedProject>? open;

    private ExportedWordReader(SourceDocument document, SourceTable table, List<PlanField> fields, string aimWord, ExportedProjects projects)
    {
        (this.table, this.fields, this.aimWord, this.projects) = (table, fields, aimWord, projects);
        more = document.Blocks.OfType<SourceTable>().Where(t => t.Description == WordMarks.More).SelectMany(t => t.Rows.Skip(1)).Where(r => r.Cells.Count == 3)
            .ToLookup(r => r.Cells[0].Text, r => (r.Cells[1].Text, r.Cells[2].Lines), StringComparer.Ordinal);
    }

    /// <summary>The plan; null where the file is none of the portal's, or its table has another shape by now.</summary>
    public static ImportResult? Read(SourceDocument document, ImportHints hints, ImportIssues issues)
    {
        if (document.Blocks.OfType<SourceTable>().FirstOrDefault(t => t.Description?.StartsWith(ExportedHeaders.TableMark, StringComparison.Ordinal) == true) is not { } table
            || table.Description!.Split(ExportedHeaders.BannerMark) is not [var held, var banners])
        {
            return null;
        }

        var columns = held[ExportedHeaders.TableMark.Length..].Split("; ").Select(ExportedHeaders.Field).ToList();
        if (columns.Exists(f => f is null) || !columns.Contains(PlanField.What))
        {
            return null;
        }

        var reader = new ExportedWordReader(document, table, [.. columns.Select(f => f!.Value)], banners.Split("; ")[0], new ExportedProjects(hints, issues));
        var headers = table.Rows.TakeWhile(r => r.IsHeader).ToList();
        return reader.ReadRows(headers.Count)
            ? new ImportResult(new ImportedPlan(reader.aims), reader.Columns(headers), issues.InOrder())
            : null;
    }

    private List<ImportedColumn> Columns(List<SourceRow> headers) =>
    [
        .. fields.Select((f, i) => new ImportedColumn(string.Join(": ", headers.Select(h => At(h, i)?.Text.ReplaceLineEndings(" ")).Where(t => !string.IsNullOrEmpty(t))), ExportedFields.Wire(f))
        {
            Sureness = 1,
            Because = "header",
        }),
    ];

    private static SourceCell? At(SourceRow row, int column)
    {
        foreach (var (cell, from, to) in Finding.TableShape.Placed(row))
        {
            if (from <= column && to >= column)
            {
                return cell;
            }
        }

        return null;
    }

    private bool ReadRows(int headers)
    {
        foreach (var row in table.Rows.Skip(headers).Where(r => r.Cells.Any(c => !c.IsBlank)))
        {
            if (row.Cells is [{ Fill: ExportedHeaders.AimFill } aim])
            {
                OpenAim(aim.Lines);
            }
            else if (row.Cells is [{ Fill: ExportedHeaders.DriverFill or ExportedHeaders.SecondaryFill } driver] && aims.Count > 0)
            {
                OpenDriver(driver.Lines, driver.Fill == ExportedHeaders.SecondaryFill);
            }
            else if (row.Cells.Count == fields.Count && open is not null)
            {
                open.Add(projects.Build(Row(row)));
            }
            else
            {
                return false;
            }
        }

        return aims.Count > 0;
    }

    private void OpenAim(IReadOnlyList<SourceLine> lines)
    {
        var words = lines[0].Text.StartsWith($"{aimWord} ", StringComparison.Ordinal) ? lines[0].Text[(aimWord.Length + 1)..] : lines[0].Text;
        var end = words.IndexOf(". ", StringComparison.Ordinal);
        var aim = new ImportedAim(end < 0 ? words : words[(end + 2)..]) { Number = end < 0 ? null : words[..end], Written = lines[0].Text };
        var vision = lines.Skip(1).TakeWhile(l => l.Text != WordMarks.KeyOutcomes).ToList();
        if (vision.Count > 0)
        {
            var told = ExportedText.Of(vision);
            aim.Vision = told.StartsWith(WordMarks.Vision, StringComparison.Ordinal) ? told[WordMarks.Vision.Length..] : told;
        }

        aim.Outcomes.AddRange(lines.Skip(vision.Count + 2).Select(l => l.Text));
        aims.Add(aim);
        (primary, open) = (null, aim.Projects);
    }

    private void OpenDriver(IReadOnlyList<SourceLine> lines, bool isSecondary)
    {
        var text = string.Join(' ', lines.Select(l => l.Text));
        var driver = new ImportedDriver(text[(text.IndexOf(": ", StringComparison.Ordinal) + 1)..].Trim());
        if (driver.Title == WordMarks.NoDriver)
        {
            (primary, open) = (null, aims[^1].Projects);
            return;
        }

        (isSecondary && primary is not null ? primary.Drivers : aims[^1].Drivers).Add(driver);
        primary = isSecondary ? primary ?? driver : driver;
        open = driver.Projects;
    }

    private ExportedRow Row(SourceRow source)
    {
        var row = new ExportedRow(source.Where);
        for (var i = 0; i < fields.Count; i++)
        {
            row[fields[i]] = source.Cells[i].Lines;
        }

        ReadWhat(row, source.Cells[fields.IndexOf(PlanField.What)].Lines);
        return row;
    }

    private void AddMore(ExportedRow row)
    {
        foreach (var (what, lines) in more[row.Word(PlanField.Number)])
        {
            if (ExportedHeaders.Field(what) is { } field && !fields.Contains(field))
            {
                row[field] = lines;
            }
            else if (ExportedHeaders.Detail(what) is { } detail)
            {
                row[detail] = lines;
            }
        }
    }

    /// <summary>Title, after its number where that has no column; the plan's own words; the line that says how it stands.</summary>
    private void ReadWhat(ExportedRow row, IReadOnlyList<SourceLine> lines)
    {
        var state = lines.Count > 1 ? WordMarks.ReadState(lines[^1].Text) : new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (field, word) in WordMarks.States.Where(s => state.ContainsKey(s.Word) && !fields.Contains(s.Field)))
        {
            row[field] = PlainText.Lines(state[word]);
        }

        row[ExportedDetail.Reason] = PlainText.Lines(state.GetValueOrDefault(WordMarks.Reason, string.Empty));
        row[ExportedDetail.OwnWords] = [.. lines.Skip(1).SkipLast(state.Count > 0 ? 1 : 0)];
        var title = ExportedText.Of(lines.Take(1));
        var space = title.IndexOf(' ', StringComparison.Ordinal);
        if (!fields.Contains(PlanField.Number) && row[PlanField.Number].Count == 0 && space > 0)
        {
            row[PlanField.Number] = [new SourceLine(title[..space])];
            title = title[(space + 1)..];
        }

        row[PlanField.What] = [new SourceLine(title)];
        AddMore(row);
    }
}
