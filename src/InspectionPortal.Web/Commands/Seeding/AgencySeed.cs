namespace InspectionPortal.Web.Commands.Seeding;

public sealed class AgencySeed
{
    public string Code { get; set; } = string.Empty;
    public string Name { get; set; } = string.Empty;
    public string Kind { get; set; } = "organisation";
    public string? Chair { get; set; }
    public string? ReportsTo { get; set; }
}
