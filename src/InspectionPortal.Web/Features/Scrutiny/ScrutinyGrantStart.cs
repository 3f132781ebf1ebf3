using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Scrutiny;

public sealed record ScrutinyGrantStart(IReadOnlyList<SelectListItem> Bodies, IReadOnlyList<SelectListItem> Plans);
