namespace InspectionPortal.Domain.Inspections;

/// <summary>Whether chief officers approved a position statement.</summary>
public enum StatementState
{
    Draft,
    Approved,
}
