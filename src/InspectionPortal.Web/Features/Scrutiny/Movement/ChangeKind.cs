namespace InspectionPortal.Web.Features.Scrutiny.Movement;

/// <summary>What a change is about, in the order of the list.</summary>
public enum ChangeKind
{
    Work,
    Evidence,

    /// <summary>A position statement that was approved.</summary>
    Statement,

    /// <summary>A measure with a signal: what it says now, whenever it began to.</summary>
    Signal,
}
