namespace InspectionPortal.Domain.Imports;

public enum ImportState
{
    /// <summary>Read and waiting; nothing of it is in the plan.</summary>
    Read,
    BroughtIn,
    Undone,
    Discarded,
}
