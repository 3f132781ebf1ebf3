using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>The lists of the form, and the form as it starts.</summary>
public sealed record EvidenceStart(
    AddEvidence Form, IReadOnlyList<SelectListItem> Recommendations, IReadOnlyList<SelectListItem> Projects, IReadOnlyList<SelectListItem> Measures,
    string? UpdateOf, string Query)
{
    public bool IsEmpty => Recommendations.Count + Projects.Count + Measures.Count == 0;
}
