namespace InspectionPortal.PlanDocuments.Plans;

public sealed record ImportedNote(string Category, string Text);
