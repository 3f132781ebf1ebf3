using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Public;

/// <summary>
/// Publishes the page: a copy of the draft with the aims and figures of the latest approved report. What the lead saw in the preview is
/// what is published, or nothing is.
/// </summary>
[Requires(Permission.EditPlan)]
[ConfirmIdentity]
public sealed class ReleasePublicPage : ICommand<Saved>
{
    /// <summary>The draft that the lead saw.</summary>
    public uint Version { get; set; }

    /// <summary>The report that the lead saw.</summary>
    public Guid? ReportId { get; set; }
}

internal sealed class ReleasePublicPageHandler(
    PortalDbContext database, CurrentSession current, PublicReportReader reports, TimeProvider time)
    : IRequestHandler<ReleasePublicPage, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(ReleasePublicPage command, CancellationToken cancellationToken)
    {
        var page = await database.PublicPages.FirstOrDefaultAsync(cancellationToken);
        if (page is null)
        {
            return Failure.Field(string.Empty, PublicPageMessages.NothingWritten);
        }

        if (page.Version != command.Version)
        {
            return new Conflict(PublicPageMessages.OtherDraft);
        }

        if (await reports.LatestAsync(page.PlanId, cancellationToken) is not { } report)
        {
            return Failure.Field(string.Empty, PublicPageMessages.NoReport);
        }

        if (report.Id != command.ReportId)
        {
            return new Conflict(PublicPageMessages.OtherReport);
        }

        var content = report.Fill(page, current.RequiredTenant.Partnership.Name);
        page.Publish(content, report.Id, time.GetUtcNow(), current.RequiredPerson.UserId);
        await database.SaveChangesAsync(cancellationToken);
        return new Saved("~/settings/public", "Page published");
    }
}
