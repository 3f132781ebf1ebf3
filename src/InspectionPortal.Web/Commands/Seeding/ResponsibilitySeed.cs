namespace InspectionPortal.Web.Commands.Seeding;

public sealed class ResponsibilitySeed
{
    public string Key { get; set; } = string.Empty;
    public string Name { get; set; } = string.Empty;
    public string Kind { get; set; } = "post";
    public string? Agency { get; set; }
    public List<string> AlsoWritten { get; set; } = [];
    public string? Note { get; set; }
}
