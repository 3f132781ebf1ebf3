namespace InspectionPortal.Domain.Reporting;

public enum ApprovalDecision
{
    Approve,
    Return,
}
