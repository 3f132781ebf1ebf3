namespace InspectionPortal.Domain.Reporting.Comparisons;

/// <summary>What of a plan two reports are compared by.</summary>
public enum ComparedItemKind
{
    Aim,
    Project,
    Measure,
}
