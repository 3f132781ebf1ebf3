using System.Text.Json.Serialization;

namespace InspectionPortal.Domain.Reporting;

/// <summary>
/// The parts of a report that the partnership lead may leave out. What is missing, the decisions sought, the exceptions and the key
/// to ratings are in every report. Stored by name.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReportPart>))]
public enum ReportPart
{
    Movement,
    Measures,
    Evidence,
    Coverage,
    FullTable,
}
