namespace InspectionPortal.PlanDocuments.Reading;

/// <summary>How a cell is merged with the one above it.</summary>
public enum MergeDown
{
    None,
    First,
    Continued,
}
