namespace InspectionPortal.PlanDocuments.Plans;

/// <summary>One who answers for a project.</summary>
/// <param name="Name">As written.</param>
/// <param name="Kind">"lead", "with" or "in-consultation-with".</param>
public sealed record ImportedLead(string Name, string Kind)
{
    public const string Lead = "lead";
    public const string With = "with";
    public const string InConsultationWith = "in-consultation-with";
}
