using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>The comments on one update, for everyone who may be named in them.</summary>
[Requires(Permission.WriteUpdates)]
public sealed record GetUpdateComments(Guid UpdateId) : IQuery<UpdateCommentsPage>;

internal sealed class GetUpdateCommentsHandler(PortalDbContext database, CurrentSession current)
    : IRequestHandler<GetUpdateComments, UpdateCommentsPage?>
{
    public async Task<UpdateCommentsPage?> Handle(GetUpdateComments query, CancellationToken cancellationToken)
    {
        var head = await database.ProgressUpdates.AsNoTracking().Where(u => u.Id == query.UpdateId)
            .Select(u => new { u.ProjectId, u.Project!.Number, u.Project.Title, Period = u.Period!.Title })
                .FirstOrDefaultAsync(cancellationToken);
        return head is null ? null : new UpdateCommentsPage(
            head.ProjectId, $"{head.Number} {head.Title}", head.Period, current.RequiredTenant.Has(Permission.AcceptUpdates),
            await UpdateThread.ReadAsync(database, query.UpdateId, current.RequiredTenant.Partnership.TimeZone, cancellationToken));
    }
}
