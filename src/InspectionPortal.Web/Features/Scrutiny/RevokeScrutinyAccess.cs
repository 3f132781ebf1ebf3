using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>Ends a grant now: the officers' next click is a 404.</summary>
[Requires(Permission.ManagePeople)]
[ConfirmIdentity]
public sealed class RevokeScrutinyAccess : ICommand<ScrutinyAccessChanged>
{
    [BindNever]
    public Guid Id { get; set; }

    public uint Version { get; set; }
}

internal sealed class RevokeScrutinyAccessHandler(PortalDbContext database, CurrentSession current, SecurityLog log, TimeProvider time)
    : IRequestHandler<RevokeScrutinyAccess, Result<ScrutinyAccessChanged>>
{
    public async Task<Result<ScrutinyAccessChanged>> Handle(RevokeScrutinyAccess command, CancellationToken cancellationToken)
    {
        var grant = await database.ScrutinyGrants.Include(g => g.Body).FirstOrDefaultAsync(g => g.Id == command.Id, cancellationToken);
        if (grant is null)
        {
            return new Missing();
        }

        if (grant.RevokedAt is null)
        {
            grant.RevokedAt = time.GetUtcNow();
            grant.RevokedByUserId = current.RequiredPerson.UserId;
            log.Add(SecurityEventKind.AccessRevoked, detail: grant.Body!.Name);
            database.Entry(grant).Property(g => g.Version).OriginalValue = command.Version;
            await database.SaveChangesAsync(cancellationToken);
        }

        return new ScrutinyAccessChanged(grant.Body!.Name);
    }
}
