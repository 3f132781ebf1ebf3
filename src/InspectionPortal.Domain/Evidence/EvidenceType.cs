namespace InspectionPortal.Domain.Evidence;

public enum EvidenceType
{
    Data,
    ViewsOfChildrenAndFamilies,
    ViewsOfStaff,
    Audit,
    Observation,
    Document,
}
