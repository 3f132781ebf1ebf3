using InspectionPortal.PlanDocuments.Columns;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.TableDetection;

/// <summary>Something that stands in a plan's table, from the top to the bottom.</summary>
internal abstract record PlanItem(string Where);

/// <summary>A row of the table by its columns.</summary>
/// <param name="Where">Its place.</param>
/// <param name="Cells">Its cells, one for each column of the plan.</param>
/// <param name="IsAfterBreak">True for the first row after a repeated header or in a further table: here a page may have cut a row.</param>
internal sealed record RowItem(string Where, SourceCell[] Cells, bool IsAfterBreak) : PlanItem(Where);

/// <summary>A line over the rows that names a theme, an aim or a driver, or tells of it.</summary>
/// <param name="Where">Its place.</param>
/// <param name="Label">The words in a cell of its own before the content ("Key Outcomes:"); null for one cell.</param>
/// <param name="Lines">Its words.</param>
/// <param name="Style">What it looks like: two that look alike stand on one level.</param>
/// <param name="Heading">1 to 9 for a heading outside the table, 0 within it.</param>
internal sealed record BannerItem(string Where, string? Label, IReadOnlyList<SourceLine> Lines, string Style, int Heading = 0)
    : PlanItem(Where)
{
    /// <summary>Its number or code, if it has its own cell.</summary>
    public string? Number { get; init; }

    /// <summary>True where it is the finding that the rows below answer.</summary>
    public bool IsFinding { get; init; }

    /// <summary>The field of each row below that it fills; null for a line over the rows.</summary>
    public ImportField? Field { get; init; }

    /// <summary>The cell with what it fills in.</summary>
    public SourceCell Value { get; init; } = SourceCell.Empty;
}

/// <summary>The plan found in a file: its columns, and what stands under them.</summary>
internal sealed record FoundPlan(IReadOnlyList<TableColumn> Columns, IReadOnlyList<PlanItem> Items, string? Title)
{
    public IEnumerable<RowItem> Rows => Items.OfType<RowItem>();
}
