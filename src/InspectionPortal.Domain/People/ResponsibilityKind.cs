namespace InspectionPortal.Domain.People;

public enum ResponsibilityKind
{
    Post,
    Group,
    Team,
    Person,
}
