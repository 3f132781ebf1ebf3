using InspectionPortal.Web.Data.Queries;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>What the list can be filtered by.</summary>
public sealed record EvidenceChoices(
    IReadOnlyList<SelectListItem> Recommendations, IReadOnlyList<SelectListItem> Projects, IReadOnlyList<SelectListItem> Measures,
    IReadOnlyList<SelectListItem> Periods, IReadOnlyList<SelectListItem> Agencies)
{
    /// <summary>To what the chosen recommendation is linked.</summary>
    internal IReadOnlyList<AnsweringTarget> Answering { get; init; } = [];
}
