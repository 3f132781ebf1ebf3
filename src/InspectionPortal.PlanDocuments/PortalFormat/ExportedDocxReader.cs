using InspectionPortal.Domain.Partnerships;
using InspectionPortal.PlanDocuments.TableDetection;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.PortalFormat;

/// <summary>Reads the table of a Word file that the portal wrote, also where somebody changed words in it since.</summary>
internal sealed class ExportedDocxReader
{
    private readonly SourceTable _table;
    private readonly List<PlanField> _fields;
    private readonly string _aimWord;
    private readonly ExportedProjects _projects;
    private readonly List<ImportedAim> _aims = [];
    private readonly ReadingBudget _budget;
    private readonly Dictionary<string, Dictionary<string, IReadOnlyList<SourceLine>>> _more = new(StringComparer.Ordinal);
    private ImportedDriver? _primary;
    private List<ImportedProject>? _open;

    private ExportedDocxReader(SourceDocument document, SourceTable table, List<PlanField> fields, string aimWord, ExportedProjects projects, ReadingBudget budget)
    {
        (_table, _fields, _aimWord, _projects, _budget) = (table, fields, aimWord, projects, budget);
        var more = document.Blocks.OfType<SourceTable>().Where(IsMore).SelectMany(t => t.Rows.Skip(1));
        foreach (var row in more.Where(r => r.Cells.Count == 3))
        {
            var (number, what) = (row.Cells[0].Text, row.Cells[1].Text);
            if (ExportedHeaders.Field(what) is not null || ExportedHeaders.Detail(what) is not null)
            {
                _more.TryAdd(number, new Dictionary<string, IReadOnlyList<SourceLine>>(StringComparer.Ordinal));
                _more[number][what] = row.Cells[2].Lines;
            }
        }
    }

    /// <summary>The plan; null where the file is none of the portal's, or its table has another shape by now.</summary>
    public static ImportResult? Read(SourceDocument document, ImportHints hints, ImportIssues issues, ReadingBudget budget)
    {
        if (Find(document) is not { } found || found.Description.Split(ExportedHeaders.BannerMark) is not [var held, var banners])
        {
            return null;
        }

        var columns = held[ExportedHeaders.TableMark.Length..].Split("; ").Select(ExportedHeaders.Field).ToList();
        if (columns.Exists(f => f is null) || !columns.Contains(PlanField.What))
        {
            return null;
        }

        var (table, projects) = (found.Table, ExportedProjects.Of(document, hints, issues));
        var reader = new ExportedDocxReader(document, table, [.. columns.Select(f => f!.Value)], banners.Split("; ")[0], projects, budget);
        var headers = table.Rows.TakeWhile(r => r.IsHeader).ToList();
        headers = headers.Count > 0 ? headers : [.. table.Rows.TakeWhile(r => r.Cells is not [{ Fill: ExportedHeaders.AimFill }])];
        return reader.ReadRows(headers.Count)
            ? new ImportResult(new ImportedPlan(reader._aims), reader.Columns(headers), issues.InOrder())
            : null;
    }

    /// <summary>
    /// The plan's table and what its columns hold. Other programs drop the description of a table: then the copy or a property of the
    /// file says it, and the table is the first with an aim above its rows.
    /// </summary>
    private static (SourceTable Table, string Description)? Find(SourceDocument document)
    {
        static bool IsMark(string? words) => words?.StartsWith(ExportedHeaders.TableMark, StringComparison.Ordinal) == true;
        var tables = document.Blocks.OfType<SourceTable>().ToList();
        if (tables.Find(t => IsMark(t.Description)) is { } marked)
        {
            return (marked, marked.Description!);
        }

        var known = document.Copy is { } copy ? copy.Read().Table : document.PlanTable;
        return IsMark(known) && tables.Find(t => t.Rows.Any(r => r.Cells is [{ Fill: ExportedHeaders.AimFill }])) is { } table
            ? (table, known!)
            : null;
    }

    private static bool IsMore(SourceTable table) => table.Description == DocxMarkers.More
        || (table.Rows.Count > 0 && table.Rows[0].Cells.Select(c => c.Text).SequenceEqual(DocxMarkers.MoreHeaders, StringComparer.Ordinal));

    private List<ImportedColumn> Columns(List<SourceRow> headers) =>
    [
        .. _fields.Select((f, i) => new ImportedColumn(string.Join(": ", headers.Select(h => At(h, i)?.Text.ReplaceLineEndings(" ")).Where(t => !string.IsNullOrEmpty(t))), ExportedFields.Wire(f))
        {
            Sureness = 1,
            Because = "header",
        }),
    ];

    private static SourceCell? At(SourceRow row, int column)
    {
        foreach (var (cell, from, to) in TableShape.Placed(row))
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
        foreach (var row in _table.Rows.Skip(headers).Where(r => r.Cells.Any(c => !c.IsBlank)))
        {
            _budget.Step();
            if (row.Cells is [{ Fill: ExportedHeaders.AimFill } aim])
            {
                OpenAim(aim.Lines);
            }
            else if (row.Cells is [{ Fill: ExportedHeaders.DriverFill or ExportedHeaders.SecondaryFill } driver] && _aims.Count > 0)
            {
                OpenDriver(driver.Lines, driver.Fill == ExportedHeaders.SecondaryFill);
            }
            else if (row.Cells.Count == _fields.Count && _open is not null)
            {
                _open.Add(_projects.Build(Row(row)));
            }
            else
            {
                return false;
            }
        }

        return _aims.Count > 0;
    }

    private void OpenAim(IReadOnlyList<SourceLine> lines)
    {
        var words = lines[0].Text.StartsWith($"{_aimWord} ", StringComparison.Ordinal) ? lines[0].Text[(_aimWord.Length + 1)..] : lines[0].Text;
        var end = words.IndexOf(". ", StringComparison.Ordinal);
        var aim = new ImportedAim(end < 0 ? words : words[(end + 2)..]) { Number = end < 0 ? null : words[..end], Written = lines[0].Text };
        var vision = lines.Skip(1).TakeWhile(l => l.Text != DocxMarkers.KeyOutcomes).ToList();
        if (vision.Count > 0)
        {
            var told = ExportedText.Of(vision);
            told = told.StartsWith(DocxMarkers.Vision, StringComparison.Ordinal) ? told[DocxMarkers.Vision.Length..] : told;
            aim.Vision = _projects.IsUnchanged(aim, PlainText.Lines(told)) ? null : told;
        }

        aim.Outcomes.AddRange(lines.Skip(vision.Count + 2).Select(l => l.Text));
        _aims.Add(aim);
        (_primary, _open) = (null, aim.Projects);
    }

    private void OpenDriver(IReadOnlyList<SourceLine> lines, bool isSecondary)
    {
        var text = string.Join(' ', lines.Select(l => l.Text));
        var driver = new ImportedDriver(text[(text.IndexOf(": ", StringComparison.Ordinal) + 1)..].Trim());
        if (driver.Title == DocxMarkers.NoDriver)
        {
            (_primary, _open) = (null, _aims[^1].Projects);
            return;
        }

        (isSecondary && _primary is not null ? _primary.Drivers : _aims[^1].Drivers).Add(driver);
        _primary = isSecondary ? _primary ?? driver : driver;
        _open = driver.Projects;
    }

    private ExportedRow Row(SourceRow source)
    {
        var row = new ExportedRow(source.Where);
        for (var i = 0; i < _fields.Count; i++)
        {
            row[_fields[i]] = source.Cells[i].Lines;
        }

        ReadWhat(row, source.Cells[_fields.IndexOf(PlanField.What)].Lines);
        return row;
    }

    private void AddMore(ExportedRow row)
    {
        foreach (var (what, lines) in _more.GetValueOrDefault(row.Word(PlanField.Number)) ?? [])
        {
            if (ExportedHeaders.Field(what) is { } field && !_fields.Contains(field))
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
        var state = lines.Count > 1 ? DocxMarkers.ReadState(lines[^1].Text) : new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (field, word) in DocxMarkers.States.Where(s => state.ContainsKey(s.Word) && !_fields.Contains(s.Field)))
        {
            row[field] = PlainText.Lines(state[word]);
        }

        row[ExportedDetail.Reason] = PlainText.Lines(state.GetValueOrDefault(DocxMarkers.Reason, string.Empty));
        row[ExportedDetail.OwnWords] = [.. lines.Skip(1).SkipLast(state.Count > 0 ? 1 : 0)];
        var title = ExportedText.Of(lines.Take(1));
        var space = title.IndexOf(' ', StringComparison.Ordinal);
        if (!_fields.Contains(PlanField.Number) && row[PlanField.Number].Count == 0 && space > 0)
        {
            row[PlanField.Number] = [new SourceLine(title[..space])];
            title = title[(space + 1)..];
        }

        row[PlanField.What] = [new SourceLine(title)];
        AddMore(row);
    }
}
