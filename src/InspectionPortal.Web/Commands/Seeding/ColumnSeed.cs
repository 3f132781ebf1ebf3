namespace InspectionPortal.Web.Commands.Seeding;

public sealed class ColumnSeed
{
    public string Field { get; set; } = string.Empty;
    public string? Label { get; set; }
    public string? Group { get; set; }
    public string? Note { get; set; }
}
