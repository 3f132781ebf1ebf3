namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>What was said about a project, quarter by quarter in the order of the quarters; null where no update was received.</summary>
public sealed class ProjectUpdatesSeed
{
    public string Project { get; set; } = string.Empty;
    public string By { get; set; } = string.Empty;
    public string Agency { get; set; } = string.Empty;
    public List<UpdateSeed?> Quarters { get; set; } = [];
}
