using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Plans;

public sealed class LayoutFormPage : FormPage
{
    public IReadOnlyList<SelectListItem> Fields { get; } =
        [.. Enum.GetValues<PlanField>().Select(f => new SelectListItem(Describe(f), f.ToString()))];

    private static string Describe(PlanField field) => field switch
    {
        PlanField.Number => "Number",
        PlanField.What => "What will be done",
        PlanField.Leads => "Who leads",
        PlanField.Evidence => "Evidence, as in the plan",
        PlanField.Measures => "Measures with targets",
        PlanField.Updates => "All updates",
        PlanField.Recommendations => "Linked recommendations",
        PlanField.Reference => "Reference to another plan",
        PlanField.SubActions => "All sub-actions not shown in another column",
        PlanField.OtherActions => "Sub-actions: other",
        _ when PlanFieldLabels.CategoryOf(field) is { } category => $"Sub-actions: {Words(ProjectLabels.Of(category))}",
        _ => PlanFieldLabels.Of(field, new Vocabulary()),
    };

    private static string Words(string category) => category.ToLowerInvariant();
}
