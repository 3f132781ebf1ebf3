using InspectionPortal.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Inspections;

public sealed class DecisionFormPage : FormPage
{
    /// <summary>The reports that can say so.</summary>
    public required IReadOnlyList<SelectListItem> Sources { get; init; }

    public IReadOnlyList<SelectListItem> States { get; } = [new("It was met", "Met"),
        new("It was met before, and is open again", "Reopened")];
}
