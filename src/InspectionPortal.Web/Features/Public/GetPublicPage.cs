using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting.PublicPages;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Jobs;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Public;

/// <summary>
/// The page that a partnership published, for anybody. Null for an unknown partnership and for a page that is off, whatever the reason.
/// Nobody's session counts here.
/// </summary>
[Requires(Permission.Anyone)]
public sealed record GetPublicPage(string Slug) : IQuery<PublicPageView>;

internal sealed class GetPublicPageHandler(PortalDbContext database, PartnershipScopes partnerships)
    : IRequestHandler<GetPublicPage, PublicPageView?>
{
    public async Task<PublicPageView?> Handle(GetPublicPage query, CancellationToken cancellationToken)
    {
        if (!PartnershipSlug.IsValid(query.Slug))
        {
            return null;
        }

        // 0 is no partnership: what is unknown is looked for as long as what is off.
        var tenant = await database.Partnerships.Where(p => p.Slug == query.Slug && p.State == PartnershipState.Active)
            .Select(p => p.Id).FirstOrDefaultAsync(cancellationToken);
        var content = await partnerships.RunAsync(tenant, acting: null, nameof(GetPublicPage), services =>
            services.GetRequiredService<UnitOfWork>().ReadAtOneMomentAsync(
                token => PublishedAsync(services.GetRequiredService<PortalDbContext>(), token), cancellationToken));
        return content is null ? null : PublicPageView.Of(content);
    }

    /// <summary>The stored copy and nothing else; none while a version of its report is withheld on legal grounds.</summary>
    private static Task<PublicPageContent?> PublishedAsync(PortalDbContext own, CancellationToken cancellationToken) =>
        own.PublicPages.AsNoTracking()
            .Where(p => p.PublishedAt != null
                && !own.ReportWithholdings.Any(w => w.PeriodId == p.Report!.PeriodId && w.ReleasedAt == null))
            .Select(p => p.Content).FirstOrDefaultAsync(cancellationToken);
}
