namespace InspectionPortal.Domain.Inspections;

public enum LinkBasis
{
    Stated,
    Inferred,
}
