using InspectionPortal.Domain.Inspections;
using InspectionPortal.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Inspections;

public sealed class LinkFormPage : FormPage
{
    /// <summary>All recommendations in the order of the rows, in words, by id.</summary>
    public required IReadOnlyDictionary<Guid, string> Recommendations { get; init; }

    public IReadOnlyList<SelectListItem> Bases { get; } =
    [
        new("Stated in the plan", nameof(LinkBasis.Stated)),
        new("Our own view", nameof(LinkBasis.Inferred)),
    ];
}
