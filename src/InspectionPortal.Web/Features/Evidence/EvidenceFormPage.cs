using InspectionPortal.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>The page around what is said about evidence, with the lists of what it can be evidence for.</summary>
public sealed class EvidenceFormPage : FormPage
{
    public IReadOnlyList<SelectListItem> Recommendations { get; init; } = [];

    public IReadOnlyList<SelectListItem> Projects { get; init; } = [];

    public IReadOnlyList<SelectListItem> Measures { get; init; } = [];
}
