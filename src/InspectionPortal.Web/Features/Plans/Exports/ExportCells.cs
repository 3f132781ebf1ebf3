using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Text;
using InspectionPortal.PlanDocuments.PortalFormat;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.Web.Features.Plans.Exports;

/// <summary>What the cells of a plan say, line by line, for every kind of file.</summary>
internal sealed class ExportCells(PlanPage page)
{
    /// <summary>The words of a project in a column; none where the cell is blank.</summary>
    public IReadOnlyList<SourceLine> Lines(PlanProject row, PlanField field)
    {
        var cell = new PlanCell(page, page.Header, row);
        return field switch
        {
            PlanField.Number => Plain(row.Number),
            PlanField.What => Plain(row.Title),
            PlanField.Deadline => PlainText.Lines(row.Deadline.Text),
            PlanField.Forecast => PlainText.Lines(row.Forecast?.Text ?? string.Empty),
            PlanField.Reference => Plain(row.ExternalReference),
            PlanField.Status => Plain(Status(row)),
            PlanField.Rating => Plain(row.IsNoActionNeeded ? null : row.Rating.Name),
            PlanField.Leads => PlainText.Lines(cell.LeadWords ?? string.Empty),
            PlanField.Measures => [.. row.Measures.Select(m => Item(MeasureLine.Write(m.Title, m.Targets, m.Deadline)))],
            PlanField.Recommendations => Plain(string.Join(", ", row.Answers.Select(a => a.IsInferred ? $"{a.Number} (inferred)" : a.Number))),
            PlanField.Updates => [.. row.Entries.Select(e => Item(Said(e)))],
            PlanField.LatestUpdate => Latest(row),
            PlanField.SubActions => Mixed(cell),
            _ => PlanFieldLabels.CategoryOf(field) is { } category ? Steps(row, category) : PlainText.Lines(cell.ProseOf(field) ?? string.Empty),
        };
    }

    public static string Status(PlanProject row) => StatusLabel.Of(row.IsNoActionNeeded ? "NoActionNeeded" : row.Status.ToString());

    /// <summary>What has no column of a plan's own; null where there is nothing.</summary>
    public static string? Detail(PlanAim aim, PlanDriver? driver, PlanProject row, ExportedDetail detail) => detail switch
    {
        ExportedDetail.AimNumber => aim.Number,
        ExportedDetail.Aim => StepLine.Normal(aim.Statement),
        ExportedDetail.Driver => StepLine.Normal((driver?.ParentId is { } above ? aim.Drivers.FirstOrDefault(d => d.Id == above) : driver)?.Text),
        ExportedDetail.SecondaryDriver => driver is { IsSecondary: true } ? StepLine.Normal(driver.Text) : null,
        ExportedDetail.Number => row.Number,
        ExportedDetail.OwnWords => Text(PlainText.Lines(row.OwnWords ?? string.Empty)),
        ExportedDetail.EachLead => string.Join("; ", row.Leads.Select(l => l.Kind switch
        {
            LeadKind.With => $"with {l.Name}",
            LeadKind.InConsultationWith => $"in consultation with {l.Name}",
            _ => l.Name,
        })),
        ExportedDetail.EachOwner => string.Join('\n', row.Steps.GroupBy(s => s.Category).SelectMany(g => g.Select((s, i) => (Step: s, Number: i + 1)))
            .Where(s => s.Step.HasOwnersAsWritten).Select(s => OwnerLine.Write(s.Step.Category, s.Number, s.Step.OwnerNames))),
        ExportedDetail.Reason => Text(PlainText.Lines(row.NoActionNeededReason ?? row.StatusReason ?? string.Empty)),
        ExportedDetail.Unclear => row.Source.Unclear ? StepLine.Normal(row.Source.Note ?? "The document is not clear here") : null,
        ExportedDetail.Vision => Text(PlainText.Lines(aim.Vision ?? string.Empty)),
        ExportedDetail.KeyOutcomes => Text([.. aim.KeyOutcomes.Select(o => Item(StepLine.Normal(o)))]),
        _ => null,
    };

    /// <summary>Lines as the text of one cell, with marks where the lines have them.</summary>
    public static string Text(IReadOnlyList<SourceLine> lines) => string.Join('\n', lines.Select(l => l.Marker switch
    {
        null => l.Text,
        DocxNumbering.Bullet => $"{Indent(l.Level)}• {l.Text.Replace("\n", "\n    ", StringComparison.Ordinal)}",
        var number => $"{Indent(l.Level)}{number} {l.Text}",
    }));

    /// <summary>An entry of a list.</summary>
    public static SourceLine Item(string text) => new(text, 1, DocxNumbering.Bullet);

    private static string Indent(int level) => new(' ', 4 * Math.Max(0, level - 1));

    private static List<SourceLine> Plain(string? text) =>
        StepLine.Normal(text) is { Length: > 0 } said ? [new SourceLine(said.ReplaceLineEndings(" "))] : [];

    private static string Said(PlanEntry entry)
    {
        var when = string.Join(" · ", new[] { entry.DateText ?? entry.Period, entry.AgencyCode }.Where(t => !string.IsNullOrEmpty(t)));
        return $"{(when.Length > 0 ? $"{when}: " : string.Empty)}{StepLine.Normal(entry.Text)}{(entry.IsAccepted ? string.Empty : " (not accepted yet)")}";
    }

    /// <summary>The newest of what was said, in full where all of it was read.</summary>
    private static List<SourceLine> Latest(PlanProject row) => row.Latest is not { } latest
        ? []
        : [new SourceLine(Said(row.Entries.FirstOrDefault(e => e.DateText == latest.DateText && e.Period == latest.Period
            && e.Text.StartsWith(latest.Text.TrimEnd('…', ' '), StringComparison.Ordinal)) ?? latest).ReplaceLineEndings(" "))];

    private static List<SourceLine> Steps(PlanProject row, SubActionCategory category) =>
    [
        .. row.Notes.Where(n => n.Category == category).SelectMany(n => Plain(n.Text)),
        .. row.Steps.Where(s => s.Category == category).Select(s => Item(Line(s, s.Text))),
    ];

    private static List<SourceLine> Mixed(PlanCell cell) =>
    [
        .. cell.NotesOf(PlanField.SubActions).SelectMany(n => Plain(CategoryLabels.Write(n.Category, n.Text, isAlways: true))),
        .. cell.StepsOf(PlanField.SubActions).Select(s => Item(Line(s, CategoryLabels.Write(s.Category, s.Text)))),
    ];

    private static string Line(PlanStep step, string text) => StepLine.Write(text, step.Owners, step.Deadline);
}
