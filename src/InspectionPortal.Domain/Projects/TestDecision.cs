namespace InspectionPortal.Domain.Projects;

public enum TestDecision
{
    Adopt,
    Adapt,
    Abandon,
}
