namespace InspectionPortal.Domain.Evidence;

public enum EvidenceClassification
{
    Official,
    OfficialSensitive,
}
