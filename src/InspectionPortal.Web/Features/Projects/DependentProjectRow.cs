namespace InspectionPortal.Web.Features.Projects;

/// <summary>A project that waits for this one.</summary>
internal sealed record DependentProjectRow(string Words, Guid ProjectId, string Number, string Title)
{
    public ProjectDependency ToDependency() => new(Words, $"~/projects/{ProjectId}", $"{Number} {Title}");
}
