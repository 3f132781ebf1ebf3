namespace InspectionPortal.Domain.Partnerships;

public enum PartnershipState
{
    Active,
    Suspended,
    Closed,
}
