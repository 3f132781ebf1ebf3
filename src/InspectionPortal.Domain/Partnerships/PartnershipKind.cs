namespace InspectionPortal.Domain.Partnerships;

public enum PartnershipKind
{
    Partnership,
    Council,
}
