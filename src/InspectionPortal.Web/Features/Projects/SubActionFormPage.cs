using InspectionPortal.Domain.Projects;
using InspectionPortal.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Projects;

public sealed class SubActionFormPage : FormPage
{
    public required IReadOnlyList<SelectListItem> Responsibilities { get; init; }

    /// <summary>Under the labels of the plan, those that it shows first.</summary>
    public required IReadOnlyList<SelectListItem> Categories { get; init; }

    public IReadOnlyList<SelectListItem> Statuses { get; } = [.. Enum.GetValues<ProjectStatus>().Select(s => new SelectListItem(ProjectLabels.Of(s), s.ToString()))];
}
