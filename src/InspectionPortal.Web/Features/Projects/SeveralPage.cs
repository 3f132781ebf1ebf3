using InspectionPortal.Domain.Projects;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>What stands around the form that changes many projects.</summary>
public sealed class SeveralPage
{
    public required Guid PlanId { get; init; }

    public required string PlanTitle { get; init; }

    /// <summary>The chosen projects by number and title.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    public required IReadOnlyList<SelectListItem> Places { get; init; }

    public required IReadOnlyList<SelectListItem> Responsibilities { get; init; }

    public IReadOnlyList<SelectListItem> Kinds { get; init; } = [];

    public IReadOnlyList<SelectListItem> Statuses { get; } =
        [.. Enum.GetValues<ProjectStatus>().Select(s => new SelectListItem(ProjectLabels.Of(s), s.ToString()))];

    public IReadOnlyList<SelectListItem> LeadModes { get; } =
        [new("Add it to the leads that are there", "false"), new("Put it in place of all leads that are there", "true")];
}
