using InspectionPortal.Domain.Scrutiny;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>What the form to give access chooses from. Inspections are offered where there are several plans.</summary>
public sealed record ScrutinyGrantStart(
    IReadOnlyList<SelectListItem> Bodies, IReadOnlyList<SelectListItem> Plans, IReadOnlyList<SelectListItem> Inspections)
{
    /// <summary>What is chosen to begin with, by the partnership's settings.</summary>
    public GrantScope Scope { get; init; }
}
