namespace InspectionPortal.Domain.Scrutiny;

/// <summary>What a link officer asks for.</summary>
public enum ScrutinyRequestKind
{
    Evidence,
    Clarification,
}
