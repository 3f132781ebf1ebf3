using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>Somebody throws away what they typed and did not save, to go on from what is saved.</summary>
[Requires(Permission.WriteUpdates)]
public sealed record DiscardAutosave(Guid ProjectId, Guid PeriodId) : ICommand<Guid>;

internal sealed class DiscardAutosaveHandler(PortalDbContext database, CurrentSession current, TimeProvider time)
    : IRequestHandler<DiscardAutosave, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(DiscardAutosave command, CancellationToken cancellationToken)
    {
        var found = await UpdateTarget.FindAsync(
            database, current, time.GetUtcNow(), (command.ProjectId, command.PeriodId), cancellationToken);
        if (found.Failure is { } failure)
        {
            return failure;
        }

        var kept = await AutosavedContent.Of(database, current, command.PeriodId, command.ProjectId).FirstOrDefaultAsync(cancellationToken);
        if (kept is not null)
        {
            database.Remove(kept);
            await database.SaveChangesAsync(cancellationToken);
        }

        return command.ProjectId;
    }
}
