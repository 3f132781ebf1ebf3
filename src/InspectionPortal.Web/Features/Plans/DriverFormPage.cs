using InspectionPortal.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Plans;

public sealed class DriverFormPage : FormPage
{
    public required IReadOnlyList<SelectListItem> Aims { get; init; }
    public required IReadOnlyList<SelectListItem> Parents { get; init; }
}
