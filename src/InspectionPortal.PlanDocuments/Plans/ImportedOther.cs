namespace InspectionPortal.PlanDocuments.Plans;

public sealed record ImportedOther(string Header, string Text);
