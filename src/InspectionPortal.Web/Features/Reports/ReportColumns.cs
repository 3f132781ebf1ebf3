using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>The full table of a report: its columns, and what their cells say where that is plain text.</summary>
public static class ReportColumns
{
    private static readonly PlanField[] Own =
        [PlanField.Number, PlanField.What, PlanField.Leads, PlanField.Deadline, PlanField.Status, PlanField.Rating, PlanField.LatestUpdate];

    /// <summary>The portal's own columns: for quarters from before the partnership's were kept, and for scrutiny bodies.</summary>
    public static IReadOnlyList<SnapshotColumn> Default(SnapshotVocabulary? words) =>
    [
        .. Own.Select(field => new SnapshotColumn(field, field switch
        {
            PlanField.Number => "No.",
            PlanField.What => EnglishText.Capital(EnglishText.Said(words?.Project ?? "Improvement project", "project")),
            PlanField.Leads => "Led by",
            PlanField.LatestUpdate => "Update",
            _ => field.ToString(),
        })),
    ];

    /// <summary>The text of a project in a column that needs no more than text; null for an empty cell.</summary>
    public static string? TextOf(ReportContent content, SnapshotProject project, PlanField field) => field switch
    {
        PlanField.Number => project.Number,
        PlanField.Leads => ReportLabels.Leads(project.Leads),
        PlanField.Forecast => project.Forecast?.Text ?? project.Update?.Forecast?.Text,
        PlanField.Measures => Lines(content.Snapshot.Measures.Where(m => m.ProjectNumber == project.Number).Select(m => m.Title)),
        PlanField.Recommendations => string.Join(", ", content.Snapshot.Recommendations
            .Where(r => r.Projects.Any(a => a.Number == project.Number)).Select(r => r.Number)),
        _ => project.Cells?.GetValueOrDefault(field.ToString()) ?? Known(project, field),
    };

    /// <summary>Texts of the project that have no column of their own in this report.</summary>
    public static IEnumerable<(ProjectField Field, string Text)> BelowTitle(ReportContent content, SnapshotProject project) =>
        ReportContent.TextsOf(project).Where(t => t.Field.Column is not { } column || content.Columns.All(c => c.Field != column));

    /// <summary>The title, after its number where the number has no column.</summary>
    public static string TitleOf(ReportContent content, SnapshotProject project) =>
        content.Columns.Any(c => c.Field == PlanField.Number) ? project.Title : $"{project.Number} {project.Title}";

    /// <summary>Lead and deadline where they have no column, to stand below the title.</summary>
    public static string? Lacking(ReportContent content, SnapshotProject project)
    {
        var deadline = project.Deadline.Text.Length == 0 ? null : $"Deadline: {project.Deadline.Text}";
        var facts = new[]
        {
            content.Columns.Any(c => c.Field == PlanField.Leads) ? null : $"Led by: {ReportLabels.Leads(project.Leads)}",
            content.Columns.Any(c => c.Field == PlanField.Deadline) ? null : deadline,
        };
        var said = string.Join(" · ", facts.OfType<string>());
        return said.Length == 0 ? null : said;
    }

    /// <summary>The class that gives a column its width; null for as much as there is.</summary>
    public static string? WidthOf(PlanField field) => field switch
    {
        PlanField.Number => "p-col-40",
        PlanField.What => "p-col-222",
        PlanField.Leads or PlanField.Deadline or PlanField.Forecast => "p-col-156",
        PlanField.Status => "p-col-124",
        PlanField.Rating => "p-col-140",
        _ => null,
    };

    private static string? Known(SnapshotProject project, PlanField field) =>
        ReportContent.TextsOf(project).Where(t => t.Field.Column == field).Select(t => t.Text).FirstOrDefault();

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}
