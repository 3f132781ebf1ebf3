namespace InspectionPortal.PlanDocuments.Reading;

/// <summary>A row.</summary>
public sealed record SourceRow(string Where, IReadOnlyList<SourceCell> Cells)
{
    /// <summary>Grid columns left out before the first cell.</summary>
    public int Before { get; init; }

    /// <summary>Marked to be repeated on every page.</summary>
    public bool IsHeader { get; init; }
}
