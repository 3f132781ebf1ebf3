using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Account;

/// <summary>Signs the person out of one of their other browsers. One that is over already is no mistake.</summary>
[Requires(Permission.SignedIn)]
[AccountCommand]
public sealed record EndOwnSession(Guid Id) : ICommand<bool>;

internal sealed class EndOwnSessionHandler(PortalDbContext database, SessionStore sessions, SecurityLog log, CurrentSession current)
    : IRequestHandler<EndOwnSession, Result<bool>>
{
    public async Task<Result<bool>> Handle(EndOwnSession command, CancellationToken cancellationToken)
    {
        var person = current.RequiredPerson;
        if (!await database.UserSessions.AnyAsync(s => s.Id == command.Id && s.UserId == person.UserId, cancellationToken))
        {
            return new Missing();
        }

        log.Add(SecurityEventKind.SignedOut, detail: "Another browser of the same user");
        if (command.Id == person.Proof.SessionId)
        {
            await sessions.EndAsync(command.Id, cancellationToken);
        }
        else
        {
            await sessions.EndOtherAsync(command.Id, cancellationToken);
        }

        return true;
    }
}
