using InspectionPortal.Domain.Projects;
using InspectionPortal.Web.Components.TagHelpers;
using InspectionPortal.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Projects;

public sealed class TestOfChangeFormPage : FormPage
{
    public required IReadOnlyList<SelectListItem> Measures { get; init; }

    public IReadOnlyList<SelectListItem> Decisions { get; } =
    [
        new("Not decided yet", ""),
        new Choice("Adopt", nameof(TestDecision.Adopt), "It works: make it normal practice"),
        new Choice("Adapt", nameof(TestDecision.Adapt), "Change it and try again in the next cycle"),
        new Choice("Abandon", nameof(TestDecision.Abandon), "It does not work: stop"),
    ];
}
