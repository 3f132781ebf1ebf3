using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Projects;
using InspectionPortal.PlanDocuments.PortalFormat;

namespace InspectionPortal.Web.Features.Plans.Exports;

/// <summary>A column of the sheet of projects: a field of the plan or a detail beside it.</summary>
internal sealed record ExportColumn(string Header, PlanField? Field, ExportedDetail? Detail)
{
    private const int Widest = 48;

    /// <summary>So many rows tell how wide a column is.</summary>
    private const int Looked = 200;

    public bool IsDate => Detail is ExportedDetail.DueDate or ExportedDetail.ForecastDate;

    /// <summary>The narrowest column in characters: its header's words fit, one below the other.</summary>
    private int Least => Math.Max(IsDate ? 17 : 8, Header.Split(' ', '-', '/').Max(w => w.Length) + 2);

    /// <summary>Characters across: as many as it takes to read what it holds, and no more, so that the sheet can be printed.</summary>
    public int Width(ExportTable table)
    {
        if (IsDate)
        {
            return Least;
        }

        var longest = table.Rows.Take(Looked).Select(r => Text(table.Cells, r)).Select(t => (All: t.Length, Line: t.Split('\n').Max(l => l.Length)))
            .DefaultIfEmpty().Max(t => Math.Min(t.Line, (int)Math.Sqrt(3 * t.All)));
        return Math.Clamp(longest + 2, Least, Widest);
    }

    public DateOnly? Date(PlanProject row) => Detail == ExportedDetail.DueDate ? row.Due : row.ForecastDue;

    public string Text(ExportCells cells, ExportRow row) => Field is { } field
        ? ExportCells.Text(cells.Lines(row.Project, field))
        : ExportCells.Detail(row.Aim, row.Driver, row.Project, Detail!.Value) ?? string.Empty;
}

/// <summary>A project with what stands above it.</summary>
internal sealed record ExportRow(PlanAim Aim, PlanDriver? Driver, PlanProject Project);

/// <summary>The sheet of projects: where each stands, the partnership's columns, then what these lack, so that nothing is lost.</summary>
internal sealed class ExportTable
{
    private static readonly PlanField[] Always = [PlanField.Status, PlanField.Rating, PlanField.Deadline, PlanField.Forecast];

    private static readonly PlanField[] Further =
    [
        PlanField.Leads, .. ProjectFields.OwnColumns.Select(f => f.Column!.Value), PlanField.Measures, PlanField.Updates,
        PlanField.Recommendations, PlanField.Reference, PlanField.Financial, PlanField.Workforce, PlanField.Partners, PlanField.Systems, PlanField.Leadership,
        PlanField.ClosingTheLoop, PlanField.OtherActions,
    ];

    private static readonly ExportedDetail[] Details =
    [
        ExportedDetail.OwnWords, ExportedDetail.EachLead, ExportedDetail.EachOwner, ExportedDetail.Reason, ExportedDetail.Unclear, ExportedDetail.Vision, ExportedDetail.KeyOutcomes,
    ];

    private readonly PlanPage _page;
    private readonly HashSet<string> _headers = new(StringComparer.OrdinalIgnoreCase);

    public ExportTable(PlanPage page)
    {
        _page = page;
        Cells = new ExportCells(page);
        Rows = [.. page.Aims.SelectMany(a => a.Bands(isWhole: false).SelectMany(b => b.Projects.Select(p => new ExportRow(a, b.Driver, p))))];
        Columns = [.. Front(), .. Own(), .. Lacking()];
    }

    public ExportCells Cells { get; }

    public List<ExportRow> Rows { get; }

    public List<ExportColumn> Columns { get; }

    /// <summary>What a layout has no column for, beside what every file says of a project.</summary>
    public static IEnumerable<PlanField> FurtherOf(PlanLayout layout) =>
        Further.Where(f => !layout.Has(f) && !(layout.Has(PlanField.SubActions) && PlanFieldLabels.CategoryOf(f) is not null));

    private IEnumerable<ExportColumn> Front() => ExportedHeaders.Front.Select(Of);

    private IEnumerable<ExportColumn> Own() => _page.Header.Columns.Where(c => c.Field is not (null or PlanField.Number))
        .Select(c => new ExportColumn(Unique(c.Group is null ? c.Label : $"{c.Group}: {c.Label}"), c.Field, null));

    private IEnumerable<ExportColumn> Lacking()
    {
        foreach (var field in Always)
        {
            if (!_page.Layout.Has(field))
            {
                yield return Of(field);
            }

            if (field is PlanField.Deadline or PlanField.Forecast)
            {
                yield return Of(field == PlanField.Deadline ? ExportedDetail.DueDate : ExportedDetail.ForecastDate);
            }
        }

        foreach (var field in FurtherOf(_page.Layout))
        {
            if (Rows.Exists(r => Cells.Lines(r.Project, field).Count > 0))
            {
                yield return Of(field);
            }
        }

        foreach (var detail in Details.Where(d => Rows.Exists(r => IsNeeded(r, d))))
        {
            yield return Of(detail);
        }
    }

    /// <summary>Leads one by one only where the plan's own words hide them.</summary>
    public static bool IsNeeded(ExportRow row, ExportedDetail detail) => detail == ExportedDetail.EachLead
        ? row.Project.Texts[ProjectFields.LeadsText] is not null && row.Project.Leads.Count > 0
        : !string.IsNullOrEmpty(ExportCells.Detail(row.Aim, row.Driver, row.Project, detail));

    private ExportColumn Of(PlanField field) => new(Unique(ExportedHeaders.Of(field)), field, null);

    private ExportColumn Of(ExportedDetail detail) => new(Unique(ExportedHeaders.Of(detail)), null, detail);

    /// <summary>A header that stands there already says whose it is.</summary>
    private string Unique(string header)
    {
        var own = $"{header}{ExportedHeaders.Portal}";
        if (_headers.Add(header))
        {
            return header;
        }

        return _headers.Add(own) ? own : Numbered(own);
    }

    private string Numbered(string header)
    {
        var number = 2;
        while (!_headers.Add($"{header} {number}"))
        {
            number++;
        }

        return $"{header} {number}";
    }
}
