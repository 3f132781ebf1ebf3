using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Updates;

public sealed record NextPeriod(IReadOnlyList<SelectListItem> Plans, OpenPeriod Form);
