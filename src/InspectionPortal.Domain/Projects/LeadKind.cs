namespace InspectionPortal.Domain.Projects;

public enum LeadKind
{
    Lead,
    With,
    InConsultationWith,
}
