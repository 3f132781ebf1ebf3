using System.Text.Json.Serialization;

namespace InspectionPortal.PlanDocuments.Plans;

/// <summary>Lower-case names on the wire.</summary>
public sealed class ImportSeverityConverter() : JsonStringEnumConverter<ImportSeverity>(System.Text.Json.JsonNamingPolicy.CamelCase);
