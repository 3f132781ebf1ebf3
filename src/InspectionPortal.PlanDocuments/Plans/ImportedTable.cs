namespace InspectionPortal.PlanDocuments.Plans;

/// <summary>A table of the file that could be the plan.</summary>
/// <param name="Name">As messages call it.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="IsTaken">True where it was read as the plan.</param>
public sealed record ImportedTable(string Name, int Rows, bool IsTaken);
