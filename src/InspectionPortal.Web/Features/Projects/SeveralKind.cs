namespace InspectionPortal.Web.Features.Projects;

/// <summary>What is changed about many projects at once.</summary>
public enum SeveralKind
{
    Status,
    Deadline,
    Lead,
    Place,
}
