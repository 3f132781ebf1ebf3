namespace InspectionPortal.Web.Commands.Seeding;

public sealed class DependsOnSeed
{
    public string Words { get; set; } = string.Empty;
    public string? Aim { get; set; }
    public string? Project { get; set; }
}
