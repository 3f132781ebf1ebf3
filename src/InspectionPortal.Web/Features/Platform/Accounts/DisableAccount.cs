using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Platform.Accounts;

/// <summary>Switches an account off. Its sessions end at once, and links that were sent to it no longer work.</summary>
[Requires(Permission.AdministerPlatform)]
[ConfirmIdentity]
public sealed record DisableAccount(Guid Id) : ICommand<bool>;

internal sealed class DisableAccountHandler(
    PortalDbContext database, UserManager<PortalUser> users, SessionStore sessions, SecurityLog log, CurrentSession current)
    : IRequestHandler<DisableAccount, Result<bool>>, IRequestHandler<EnableAccount, Result<bool>>
{
    public async Task<Result<bool>> Handle(DisableAccount command, CancellationToken cancellationToken)
    {
        // Two administrators who disable each other at the same moment: the second waits here and finds the first disabled.
        var administrators = await database.Users
            .FromSql($"select * from users where is_platform_administrator order by id for update")
            .AsNoTracking().ToListAsync(cancellationToken);
        if (administrators.All(a => a.Id != current.RequiredPerson.UserId || a.IsDisabled))
        {
            return new Missing();
        }

        if (command.Id == current.RequiredPerson.UserId)
        {
            return Failure.Field(string.Empty, "You cannot disable your own account. Ask another administrator");
        }

        if (await users.FindByIdAsync(command.Id.ToString()) is not { } user)
        {
            return new Missing();
        }

        if (administrators.All(a => a.IsDisabled || a.Id == user.Id))
        {
            return Failure.Field(string.Empty, "This is the last administrator. Make someone else an administrator first");
        }

        if (!user.IsDisabled)
        {
            user.IsDisabled = true;
            log.Add(SecurityEventKind.AccountDisabled, user.Id);
            await users.UpdateSecurityStampAsync(user);
            await sessions.EndAllAsync(user.Id, except: null, cancellationToken);
        }

        return true;
    }

    public async Task<Result<bool>> Handle(EnableAccount command, CancellationToken cancellationToken)
    {
        if (await users.FindByIdAsync(command.Id.ToString()) is not { } user)
        {
            return new Missing();
        }

        if (user.IsDisabled)
        {
            user.IsDisabled = false;
            log.Add(SecurityEventKind.AccountEnabled, user.Id);
            await users.UpdateAsync(user);
        }

        return true;
    }
}
