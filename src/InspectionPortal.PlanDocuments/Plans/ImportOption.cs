namespace InspectionPortal.PlanDocuments.Plans;

/// <summary>One of the answers to a question.</summary>
public sealed record ImportOption(string Value, string Words);
