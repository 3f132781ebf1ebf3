using InspectionPortal.PlanDocuments.Columns;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.Building;

/// <summary>The measures and milestones of a project.</summary>
internal sealed class ProjectMeasures(IReadOnlyList<MappedColumn> columns, LeadNames names)
{
    public void Add(PlanRow row, ImportedProject project)
    {
        var measures = Of(ImportField.Measures).Where(i => !row.IsBlank(i)).ToList();
        foreach (var i in measures.Where(i => CellContent.IsNothing(row.Text(i))))
        {
            project.AddOther(columns[i].Column.FullHeader, row.Text(i));
        }

        project.Measures = measures.Where(i => !CellContent.IsNothing(row.Text(i))).SelectMany(i =>
            Dated(row, i, [.. MeasureText.Read(row.Lines(i), columns[i].Column.FullHeader)])).ToList();
    }

    /// <summary>Milestones with the dates beside them, where there are as many; their own where they end in one.</summary>
    private List<ImportedMeasure> Dated(PlanRow row, int column, List<ImportedMeasure> measures)
    {
        if (!measures.Exists(m => m.Kind == "milestone"))
        {
            return measures;
        }

        var dates = CellEntries.Of(First(row, ImportField.Deadline), measures.Count);
        var isPaired = measures.Count > 1 && dates.Count == measures.Count && dates.TrueForAll(DeadlineReading.IsDeadline);
        return [.. measures.Select((m, i) => m.Kind != "milestone" ? m
            : isPaired ? m with { Deadline = ImportedDeadline.Of(DeadlineWords.Parse(dates[i])) }
            : OwnerDate.Read(m.Title, names) is { Date: { } own } ? m with { Deadline = ImportedDeadline.Of(DeadlineWords.Parse(own)) }
                : m)];
    }

    /// <summary>Words in the columns of a year planner are milestones, each with its time; marks only say when.</summary>
    public void AddPeriods(PlanRow row, ImportedProject project)
    {
        var said = Of(ImportField.Month).Where(i => !row.IsBlank(i) && !CellContent.IsTick(row.Text(i)) && row.Text(i).Length > 2).ToList();
        if (said.Count > 0)
        {
            project.Measures = [.. project.Measures,
                .. said.Select(i => new ImportedMeasure($"{row.Text(i).ReplaceLineEndings("; ")} ({columns[i].Column.FullHeader})",
                    "milestone") { Deadline = ImportedDeadline.Of(DeadlineWords.Parse(columns[i].Column.FullHeader)) })];
        }
    }

    private IEnumerable<int> Of(ImportField field) => Enumerable.Range(0, columns.Count).Where(i => columns[i].Field == field);

    private IReadOnlyList<SourceLine> First(PlanRow row, ImportField field) =>
        Of(field).Select(i => row.Lines(i)).FirstOrDefault(l => l.Count > 0) ?? [];
}
