using InspectionPortal.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Plans;

public sealed class PlanFormPage : FormPage
{
    public required IReadOnlyList<SelectListItem> Inspections { get; init; }
}
