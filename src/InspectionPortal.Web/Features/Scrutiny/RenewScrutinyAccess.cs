using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>Gives access that is open another last day. Those concerned are warned again before that one.</summary>
[Requires(Permission.ManagePeople)]
[ConfirmIdentity]
public sealed class RenewScrutinyAccess : ICommand<ScrutinyAccessChanged>
{
    [BindNever]
    public Guid Id { get; set; }

    public uint Version { get; set; }

    /// <summary>The new last day; null is until it is revoked.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>What is renewed, for the form.</summary>
    [BindNever]
    public string? What { get; set; }
}

internal sealed class RenewScrutinyAccessHandler(
    PortalDbContext database, CurrentSession current, SecurityLog log, AccessNotices notices, TimeProvider time)
    : IRequestHandler<RenewScrutinyAccess, Result<ScrutinyAccessChanged>>
{
    public async Task<Result<ScrutinyAccessChanged>> Handle(RenewScrutinyAccess command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var zone = current.RequiredTenant.Partnership.TimeZone;
        var grant = await database.ScrutinyGrants.Include(g => g.Body).FirstOrDefaultAsync(g => g.Id == command.Id, cancellationToken);
        if (grant is null)
        {
            return new Missing();
        }

        if (grant.RevokedAt is not null || grant.Until <= now)
        {
            return new Conflict("This access has ended. Grant access again.");
        }

        var today = DateFormat.LocalDay(now, zone);
        if (GrantDays.Wrong(null, command.Until, today) is { } wrong)
        {
            return wrong;
        }

        database.Entry(grant).Property(g => g.Version).OriginalValue = command.Version;
        grant.Until = GrantDays.EndOf(command.Until, zone);
        grant.ExpiryToldAt = null;
        await notices.RenewedAsync(grant, current.RequiredPerson.DisplayName, cancellationToken);
        log.Add(SecurityEventKind.AccessGranted, detail: grant.Body!.Name);
        await database.SaveChangesAsync(cancellationToken);
        return new ScrutinyAccessChanged(grant.Body.Name);
    }
}
