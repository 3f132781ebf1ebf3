namespace InspectionPortal.Domain.Reporting;

public enum ApprovalDecision
{
    Approve,
    Return,

    /// <summary>They do not agree, and say why. It is not an approval, and it does not return the quarter.</summary>
    Dissent,
}
