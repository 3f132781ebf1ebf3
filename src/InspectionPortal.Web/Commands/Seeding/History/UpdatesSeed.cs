namespace InspectionPortal.Web.Commands.Seeding.History;

public sealed class UpdatesSeed
{
    public List<ProjectUpdatesSeed> Projects { get; set; } = [];
}
