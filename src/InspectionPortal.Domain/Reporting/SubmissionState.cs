namespace InspectionPortal.Domain.Reporting;

public enum SubmissionState
{
    WithChiefOfficers,
    Returned,
    Published,
}
