using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>What a change to many does to one project.</summary>
/// <param name="Project">The project.</param>
/// <param name="Version">Of the value as it is now; see <see cref="ProjectSections"/>.</param>
/// <param name="Before">The value as it is.</param>
public sealed record SeveralRow(ImprovementProject Project, uint Version, string Before)
{
    /// <summary>What the value becomes; null where it stays.</summary>
    public string? After { get; init; }

    /// <summary>Why it stays as it is; null where it changes.</summary>
    public string? Refusal { get; init; }

    public Guid Id => Project.Id;

    public string Number => Project.Number;

    public string Title => Project.Title;
}
