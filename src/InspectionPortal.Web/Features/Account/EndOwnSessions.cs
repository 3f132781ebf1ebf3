using InspectionPortal.Domain.People;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace InspectionPortal.Web.Features.Account;

/// <summary>Signs the person out everywhere, here too.</summary>
[Requires(Permission.SignedIn)]
[AccountCommand]
public sealed record EndOwnSessions : ICommand<bool>;

internal sealed class EndOwnSessionsHandler(
    UserManager<PortalUser> users, SessionStore sessions, SecurityLog log, CurrentSession current)
    : IRequestHandler<EndOwnSessions, Result<bool>>
{
    public async Task<Result<bool>> Handle(EndOwnSessions command, CancellationToken cancellationToken)
    {
        var person = current.RequiredPerson;

        // The stamp too: a sign-in that is half done elsewhere, and a link to a new password, end with the sessions.
        if (await users.FindByIdAsync(person.UserId.ToString()) is { } user && !(await users.UpdateSecurityStampAsync(user)).Succeeded)
        {
            return new Conflict("Your account was changed at the same time. Sign out everywhere again.");
        }

        log.Add(SecurityEventKind.SignedOutEverywhere);
        await sessions.EndAllAsync(person.UserId, except: null, cancellationToken);
        await sessions.EndAsync(person.Proof.SessionId, cancellationToken);
        return true;
    }
}
