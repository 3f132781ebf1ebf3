namespace InspectionPortal.Domain.Reporting;

public enum UpdateState
{
    Draft,
    Submitted,
    Accepted,
    SentBack,
}
