namespace InspectionPortal.Domain.Scrutiny;

/// <summary>How much a grant opens. Each wider scope contains the narrower.</summary>
public enum GrantScope
{
    ApprovedReports,
    LivePlan,
}
