namespace InspectionPortal.PlanDocuments.Reading;

/// <summary>A table.</summary>
/// <param name="Where">"Table 2", "Sheet 'Plan'"; empty where a file is one table.</param>
/// <param name="Rows">Its rows, from the top.</param>
/// <param name="SheetName">The name of the sheet it stands on, or null.</param>
public sealed record SourceTable(string Where, IReadOnlyList<SourceRow> Rows, string? SheetName = null) : SourceBlock(Where)
{
    /// <summary>What the file says of the table for those who cannot see it.</summary>
    public string? Description { get; init; }
}
