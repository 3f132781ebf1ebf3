using InspectionPortal.PlanDocuments.PortalFormat;

namespace InspectionPortal.PlanDocuments.Reading;

/// <summary>A file as neutral text and tables, whatever it was written with.</summary>
public sealed record SourceDocument(string Name, IReadOnlyList<SourceBlock> Blocks)
{
    /// <summary>The copy of the plan in a file that the portal wrote; null in other files.</summary>
    public PlanCopy? Copy { get; init; }

    /// <summary>The columns of the plan's table as a property of the file lists them; null if the file has no such property.</summary>
    public string? PlanTable { get; init; }
}
