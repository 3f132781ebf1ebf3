using InspectionPortal.Domain.People;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace InspectionPortal.Web.Features.Platform.Accounts;

/// <summary>Signs a person out of every browser, such as after a laptop was lost.</summary>
[Requires(Permission.AdministerPlatform)]
[ConfirmIdentity]
public sealed record EndAccountSessions(Guid Id) : ICommand<bool>;

internal sealed class EndAccountSessionsHandler(UserManager<PortalUser> users, SessionStore sessions, SecurityLog log)
    : IRequestHandler<EndAccountSessions, Result<bool>>
{
    public async Task<Result<bool>> Handle(EndAccountSessions command, CancellationToken cancellationToken)
    {
        if (await users.FindByIdAsync(command.Id.ToString()) is not { } user)
        {
            return new Missing();
        }

        if (!(await users.UpdateSecurityStampAsync(user)).Succeeded)
        {
            return new Conflict("The account was changed at the same time. Try again.");
        }

        log.Add(SecurityEventKind.SignedOutEverywhere, command.Id, "By an administrator");
        await sessions.EndAllAsync(command.Id, except: null, cancellationToken);
        return true;
    }
}
