using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>The members' list.</summary>
public sealed record EvidenceList(
    ListEvidence Filter, IReadOnlyList<EvidenceRow> Rows, int Count, IReadOnlyList<SelectListItem> Recommendations, IReadOnlyList<SelectListItem> Projects,
    IReadOnlyList<ClaimedRow> Claimed, bool MayAdd, string RecommendationWord)
{
    public int Pages => Math.Max(1, (Count + ListEvidence.PageSize - 1) / ListEvidence.PageSize);

    public bool IsFiltered => Filter.Recommendation is not null || Filter.Project is not null || Filter.State is not null;

    /// <summary>The address of this list with one filter changed.</summary>
    public string Href(Guid? recommendation, Guid? project, EvidenceReleaseState? state, int page = 1)
    {
        (string Name, string? Value)[] parts =
            [("recommendation", recommendation?.ToString()), ("project", project?.ToString()), ("state", state?.ToString()), ("page", page > 1 ? $"{page}" : null)];
        var query = string.Join('&', parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={p.Value}"));
        return query.Length == 0 ? "~/evidence" : $"~/evidence?{query}";
    }
}
