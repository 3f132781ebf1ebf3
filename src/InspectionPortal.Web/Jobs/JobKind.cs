namespace InspectionPortal.Web.Jobs;

/// <summary>What a job does. Stored by name.</summary>
public enum JobKind
{
    Archive,

    /// <summary>Makes a large file the plan.</summary>
    BringIn,

    /// <summary>Takes such a file back.</summary>
    UndoImport,
}
