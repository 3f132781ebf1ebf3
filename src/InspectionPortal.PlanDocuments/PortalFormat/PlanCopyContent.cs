using System.Text.Json;

namespace InspectionPortal.PlanDocuments.PortalFormat;

/// <summary>What a copy of a plan holds.</summary>
/// <param name="Table">What the columns of the plan's table are, as the description of a Word table says it.</param>
/// <param name="Settings">How the partnership words and rates its plan.</param>
/// <param name="Cells">What each cell said when the file was written, so that a cell that somebody changed since is known.</param>
/// <param name="Rows">The rows of the plan by the name of their kind, each with its values by their names.</param>
public sealed record PlanCopyContent(
    string Table,
    PlanCopySettings Settings,
    PlanCopyCells Cells,
    IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, JsonElement>>> Rows);
