using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>The partnership's columns of the full table, and the texts in them that stand nowhere else in a snapshot.</summary>
internal sealed class SnapshotCells(SnapshotRows rows, SessionPartnership partnership)
{
    private const string UpdateLabel = "Update";

    /// <summary>What a report cannot do without, whatever columns the plan has.</summary>
    private static readonly PlanField[] Always = [PlanField.What, PlanField.Status, PlanField.Rating, PlanField.LatestUpdate];

    public IReadOnlyList<SnapshotColumn> Columns { get; } = ColumnsOf(partnership);

    /// <summary>The texts of one project by the column's field; null for none.</summary>
    public IReadOnlyDictionary<string, string>? Of(ImprovementProject project)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in Columns.Select(c => c.Field))
        {
            if (TextOf(project, field) is { Length: > 0 } text)
            {
                cells[field.ToString()] = text;
            }
        }

        return cells.Count == 0 ? null : cells;
    }

    private string? TextOf(ImprovementProject project, PlanField field)
    {
        if (field == PlanField.SubActions || PlanFieldLabels.CategoryOf(field) is not null)
        {
            return ActionsOf(project, field);
        }

        return ProjectFields.InColumn(field) is { IsInReport: false } text ? text.Get(project) : null;
    }

    /// <summary>Notes and sub-actions of one category, or of all, one to a line.</summary>
    private string ActionsOf(ImprovementProject project, PlanField field)
    {
        var category = PlanFieldLabels.CategoryOf(field);
        var notes = project.CategoryNotes.Where(n => category is null || n.Category == category)
            .OrderBy(n => n.Category).ThenBy(n => n.Id).Select(n => n.Text);
        var steps = rows.SubActions[project.Id].Where(s => category is null || s.Category == category).Select(LineOf);
        return string.Join('\n', notes.Concat(steps));
    }

    /// <summary>"Train all staff (Team managers, 30 June 2020)".</summary>
    private static string LineOf(SubAction step)
    {
        var owners = step.OwnersText ?? string.Join(", ",
            step.Owners.Select(o => o.LeadResponsibility?.Name).OfType<string>().Order(StringComparer.Ordinal));
        var ends = string.Join(", ", new[] { owners, step.Deadline.Text }.Where(t => t.Length > 0));
        return ends.Length == 0 ? step.Text : $"{step.Text} ({ends})";
    }

    private static List<SnapshotColumn> ColumnsOf(SessionPartnership partnership)
    {
        var columns = new List<SnapshotColumn>();
        foreach (var field in partnership.Layout.Columns.Select(c => Reported(c.Field)).Concat(Always).Distinct())
        {
            var own = partnership.Layout.LabelOf(field)
                ?? (field == PlanField.LatestUpdate ? partnership.Layout.LabelOf(PlanField.Updates) : null);
            columns.Add(new SnapshotColumn(
                field, own?.TrimEnd('*').TrimEnd()
                    ?? (field == PlanField.LatestUpdate ? UpdateLabel : PlanFieldLabels.Of(field, partnership.Vocabulary))));
        }

        return columns;
    }

    /// <summary>A report holds the update of its own quarter, so both columns of updates show that one.</summary>
    private static PlanField Reported(PlanField field) => field == PlanField.Updates ? PlanField.LatestUpdate : field;
}
