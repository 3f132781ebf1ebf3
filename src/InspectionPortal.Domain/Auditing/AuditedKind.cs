using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Scrutiny;

namespace InspectionPortal.Domain.Auditing;

/// <summary>
/// The name that the audit keeps for a kind of thing. It is the class name, and it never changes: a class that is renamed
/// keeps its first name here, so that its history stays whole.
/// </summary>
public static class AuditedKind
{
    /// <summary>The first name of <see cref="Measures.DataPoint"/>.</summary>
    public const string DataPoint = "MeasurePoint";

    /// <summary>The first name of <see cref="Scrutiny.LinkOfficer"/>.</summary>
    public const string LinkOfficer = "ScrutinyOfficer";

    private static readonly Dictionary<Type, string> Renamed = new()
    {
        [typeof(DataPoint)] = DataPoint,
        [typeof(LinkOfficer)] = LinkOfficer,
    };

    /// <summary>The name for an entity class, such as "ImprovementProject".</summary>
    public static string Of(Type entity) => Renamed.GetValueOrDefault(entity, entity.Name);
}
