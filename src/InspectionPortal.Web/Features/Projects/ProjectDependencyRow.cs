namespace InspectionPortal.Web.Features.Projects;

/// <summary>What the project waits for: a project, an aim, or words alone.</summary>
internal sealed record ProjectDependencyRow(
    int Position, string Words, Guid? OnProjectId, string? ProjectNumber, string? ProjectTitle,
    Guid? OnAimId, string? AimNumber, string? AimStatement)
{
    public ProjectDependency ToDependency() => new(Words, Address, Item);

    private string? Address => (OnAimId, OnProjectId) switch
    {
        ({ } aim, _) => $"~/aims/{aim}",
        (null, { } id) => $"~/projects/{id}",
        _ => null,
    };

    private string? Item => OnProjectId is null && OnAimId is null ? null : $"{ProjectNumber ?? AimNumber} {ProjectTitle ?? AimStatement}";
}
