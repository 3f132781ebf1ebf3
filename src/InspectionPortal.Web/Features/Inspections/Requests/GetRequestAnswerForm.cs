using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections.Requests;

/// <summary>The form with which the partnership lead answers a request.</summary>
[Requires(Permission.ReleaseEvidence)]
public sealed record GetRequestAnswerForm(Guid Id) : IQuery<RequestFormPage>;

internal sealed class GetRequestAnswerFormHandler(PortalDbContext database, CurrentSession current, PlanClock clock)
    : IRequestHandler<GetRequestAnswerForm, RequestFormPage?>
{
    public async Task<RequestFormPage?> Handle(GetRequestAnswerForm query, CancellationToken cancellationToken)
    {
        var found = await database.ScrutinyRequests.AsNoTracking().Where(r => r.Id == query.Id)
            .Select(r => new { r.RecommendationId, r.Recommendation!.Number, About = r.Recommendation.Text }).FirstOrDefaultAsync(
                cancellationToken);
        if (found is null)
        {
            return null;
        }

        var rows = await RequestRows.ReadAsync(database, current, found.RecommendationId, cancellationToken);
        var evidence = await database.EvidenceItems.AsNoTracking().Where(i => i.Versions.Any(v => v.ReleasedAt != null))
            .OrderBy(i => i.Title)
            .Select(i => new SelectListItem(i.Title, i.Id.ToString())).ToListAsync(cancellationToken);
        return new RequestFormPage(found.RecommendationId,
            $"{current.RequiredTenant.Partnership.Vocabulary.RecommendationWord} {found.Number}", found.About)
        {
            Request = rows.Find(r => r.Id == query.Id),
            Evidence = evidence,
            Zone = clock.LocalTimeZone,
        };
    }
}
