namespace InspectionPortal.Domain.Evidence;

public enum EvidenceForm
{
    File,
    Link,
    Note,
}
