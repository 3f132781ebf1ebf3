namespace InspectionPortal.Web.Commands.Seeding;

public sealed class ExternalPlanSeed
{
    public string Title { get; set; } = string.Empty;
    public string? Note { get; set; }
}
