using System.Text.Json.Serialization;

namespace InspectionPortal.PlanDocuments.Plans;

/// <summary>How much something found in a file matters. Written as "error", "doubt" or "info".</summary>
[JsonConverter(typeof(ImportSeverityConverter))]
public enum ImportSeverity
{
    /// <summary>Nothing can be imported until it is put right.</summary>
    Error,

    /// <summary>Read in one way where another is possible: somebody should look.</summary>
    Doubt,

    /// <summary>Worth knowing; nothing to do.</summary>
    Info,
}
