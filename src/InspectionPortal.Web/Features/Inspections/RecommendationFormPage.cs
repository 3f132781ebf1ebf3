using InspectionPortal.Domain.Inspections;
using InspectionPortal.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Inspections;

public sealed class RecommendationFormPage : FormPage
{
    public required IReadOnlyList<SelectListItem> Inspections { get; init; }

    public IReadOnlyList<SelectListItem> Kinds { get; } =
    [
        new("Recommendation", nameof(RecommendationKind.Recommendation)),
        new("Priority area for improvement", nameof(RecommendationKind.PriorityArea)),
        new("Area for improvement", nameof(RecommendationKind.AreaForImprovement)),
        new("Area for priority action", nameof(RecommendationKind.AreaForPriorityAction)),
        new("Our own priority", nameof(RecommendationKind.OwnPriority)),
    ];
}
