namespace InspectionPortal.Web.Commands.Seeding;

public sealed class LayoutSeed
{
    public bool ShowVision { get; set; } = true;
    public bool ShowKeyOutcomes { get; set; } = true;
    public bool ShowDrivers { get; set; } = true;
    public List<ColumnSeed> Columns { get; set; } = [];
}
