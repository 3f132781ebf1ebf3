namespace InspectionPortal.Web.Commands.Seeding;

/// <summary>Series made up to show charts: never the partnership's figures.</summary>
public sealed class IllustrativeSeed
{
    public List<MeasureSeed> Measures { get; set; } = [];
}
