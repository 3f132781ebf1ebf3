namespace InspectionPortal.Domain.People;

public enum AgencyKind
{
    Organisation,
    Service,
    Committee,
    Group,
    Team,
}
