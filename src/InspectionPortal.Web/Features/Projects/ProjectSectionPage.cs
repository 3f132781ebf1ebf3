using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>What stands around the fields of a small form.</summary>
public sealed class ProjectSectionPage : FormPage
{
    /// <summary>Where the form is sent; starts with "~/".</summary>
    public required string Address { get; init; }

    /// <summary>The plan's label for what is changed.</summary>
    public required string Label { get; init; }

    /// <summary>The number of the project.</summary>
    public required string Number { get; init; }

    /// <summary>The field of a text.</summary>
    public ProjectField? Field { get; init; }

    /// <summary>The deadline in force, where it has words: changing it is a slip.</summary>
    public string? DeadlineInForce { get; init; }

    /// <summary>When those who do the work expect to be done, where they do not agree with the deadline.</summary>
    public string? Forecast { get; init; }

    /// <summary>True where some evidence proves the work, so that it can be done and evidenced.</summary>
    public bool HasEvidence { get; init; }

    public IReadOnlyList<Rating> Key { get; init; } = [];

    public IReadOnlyList<SelectListItem> Responsibilities { get; init; } = [];

    public IReadOnlyList<SelectListItem> Kinds { get; } =
        [.. Enum.GetValues<LeadKind>().Select(k => new SelectListItem(ProjectLabels.Of(k), k.ToString()))];

    public IReadOnlyList<SelectListItem> Statuses { get; } =
        [.. Enum.GetValues<ProjectStatus>().Select(s => new SelectListItem(ProjectLabels.Of(s), s.ToString()))];
}
