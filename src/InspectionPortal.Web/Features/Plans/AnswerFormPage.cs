using InspectionPortal.Domain.Inspections;
using InspectionPortal.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Plans;

public sealed class AnswerFormPage : FormPage
{
    public required IReadOnlyList<SelectListItem> Recommendations { get; init; }
    public required IReadOnlyList<SelectListItem> Projects { get; init; }
    public required string RecommendationWord { get; init; }
    public required string ProjectWord { get; init; }

    public IReadOnlyList<SelectListItem> Bases { get; } =
    [
        new("Stated in the plan", nameof(LinkBasis.Stated)),
        new("Our own view", nameof(LinkBasis.Inferred)),
    ];
}
