namespace InspectionPortal.PlanDocuments.Formats;

/// <summary>A sheet of a workbook.</summary>
/// <param name="Name">What stands on its tab.</param>
/// <param name="Write">Writes its rows.</param>
internal sealed record WorkbookSheet(string Name, Action<SheetWriter> Write)
{
    /// <summary>True where its first row stands on every printed page.</summary>
    public bool RepeatsHeader { get; init; }
}
