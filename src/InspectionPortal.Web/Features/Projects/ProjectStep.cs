using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>A step of the project.</summary>
public sealed record ProjectStep(
    Guid Id, string Text, SubActionCategory Category, Deadline Deadline, ProjectStatus Status, string? Result, SourceNote Source, string? OwnersText,
    List<string> Owners)
{
    /// <summary>Who answers for it, as the plan writes it, else by name.</summary>
    public string OwnerWords => OwnersText ?? LeadName.Join(Owners);
}
