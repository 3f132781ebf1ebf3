using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting.PublicPages;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Public;

/// <summary>The public page before it is published.</summary>
[Requires(Permission.EditPlan)]
public sealed record PreparePublicPage : IQuery<PublicPagePreview>;

internal sealed class PreparePublicPageHandler(
    PortalDbContext database, CurrentSession current, PublicReportReader reports, PublicPageStateReader states)
    : IRequestHandler<PreparePublicPage, PublicPagePreview?>
{
    public async Task<PublicPagePreview?> Handle(PreparePublicPage query, CancellationToken cancellationToken)
    {
        var page = await database.PublicPages.AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        var state = await states.ReadAsync(page, cancellationToken);
        if (page is null)
        {
            return new PublicPagePreview(state, null, PublicPageMessages.NothingWritten);
        }

        return await reports.LatestAsync(page.PlanId, cancellationToken) is { } report
            ? new PublicPagePreview(state, report.Fill(page, current.RequiredTenant.Partnership.Name), null)
            {
                Version = page.Version,
                ReportId = report.Id,
            }
            : new PublicPagePreview(state, null, PublicPageMessages.NoReport);
    }
}
