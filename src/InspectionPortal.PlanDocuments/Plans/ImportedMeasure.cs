namespace InspectionPortal.PlanDocuments.Plans;

/// <summary>How one sees whether it works.</summary>
/// <param name="Title">As written.</param>
/// <param name="Kind">"outcome", "process", "balancing" or "milestone".</param>
public sealed record ImportedMeasure(string Title, string Kind);
