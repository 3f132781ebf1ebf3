using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections.Requests;

/// <summary>The form with which a link officer asks about a recommendation.</summary>
[Requires(Permission.AddScrutinyRequest)]
[LinkOfficerMay(GrantScope.LivePlan)]
public sealed record GetAskForm(Guid RecommendationId) : IQuery<RequestFormPage>;

internal sealed class GetAskFormHandler(PortalDbContext database, CurrentSession current, PlanClock clock)
    : IRequestHandler<GetAskForm, RequestFormPage?>
{
    public async Task<RequestFormPage?> Handle(GetAskForm query, CancellationToken cancellationToken)
    {
        var access = current.RequiredTenant;
        var found = !access.IsByGrant ? null : await database.RecommendationsFor(access).AsNoTracking()
            .Where(r => r.Id == query.RecommendationId)
            .Select(r => new { r.Id, r.Number, r.Text }).FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : new RequestFormPage(found.Id, $"{access.Partnership.Vocabulary.RecommendationWord} {found.Number}",
            found.Text)
        {
            Zone = clock.LocalTimeZone,
        };
    }
}
