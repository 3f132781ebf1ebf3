using InspectionPortal.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Plans;

public sealed class PlacePage : FormPage
{
    public required IReadOnlyList<SelectListItem> Places { get; init; }

    /// <summary>What goes with it, in sentences.</summary>
    public required IReadOnlyList<string> Takes { get; init; }
}
