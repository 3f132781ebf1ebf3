using InspectionPortal.PlanDocuments.PortalFormat;

namespace InspectionPortal.PlanDocuments.Reading;

/// <summary>A file as neutral text and tables, whatever it was written with.</summary>
public sealed record SourceDocument(string Name, IReadOnlyList<SourceBlock> Blocks)
{
    /// <summary>The copy of the plan in a file that the portal wrote; null in other files.</summary>
    public PlanCopy? Copy { get; init; }

    /// <summary>What the plan's table holds, as a property of the file says it; null where it says nothing.</summary>
    public string? PlanTable { get; init; }
}
