namespace InspectionPortal.Domain.Auditing;

public enum AuditAction
{
    Added,
    Changed,
    Removed,
}
