using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections.Requests;

/// <summary>Reads the requests about a recommendation: a member all, a link officer those of their own body.</summary>
internal static class RequestRows
{
    public static Task<List<RequestRow>> ReadAsync(
        PortalDbContext database, CurrentSession current, Guid recommendation, CancellationToken cancellationToken)
    {
        var access = current.RequiredTenant;
        var bodies = access.Grants.Select(g => g.BodyId).Distinct().ToList();
        return database.ScrutinyRequests.AsNoTracking().Where(r => r.RecommendationId == recommendation
            && (!access.IsByGrant || bodies.Contains(r.BodyId)))
            .OrderByDescending(r => r.AskedAt).ThenByDescending(r => r.Id)
            .Select(r => new RequestRow
            {
                Id = r.Id,
                Body = r.BodyName,
                Kind = r.Kind,
                Text = r.Text,
                AskedAt = r.AskedAt,
                Answer = r.Answer,
                EvidenceId = r.EvidenceItemId,
                Evidence = r.EvidenceItem == null ? null : r.EvidenceItem.Title,
                AnsweredAt = r.AnsweredAt,
            }).ToListAsync(cancellationToken);
    }
}
