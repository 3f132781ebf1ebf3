namespace InspectionPortal.Web.Commands.Seeding;

public sealed class LeadSeed
{
    public string Responsibility { get; set; } = string.Empty;
    public string Kind { get; set; } = "lead";
    public string? Written { get; set; }
}
