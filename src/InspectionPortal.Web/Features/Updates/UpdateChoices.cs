using InspectionPortal.Domain.Ratings;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>What the fields of the form offer.</summary>
public sealed record UpdateChoices(
    IReadOnlyList<SelectListItem> Agencies, IReadOnlyList<SelectListItem> Measures, IReadOnlyList<SelectListItem> Statuses, IReadOnlyList<Rating> Key,
    IReadOnlyList<FigureChoice> Figures);
