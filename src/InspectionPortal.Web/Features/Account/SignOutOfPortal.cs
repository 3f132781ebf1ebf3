using InspectionPortal.Domain.People;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Account;

[Requires(Permission.Anyone)]
[AccountCommand]
public sealed record SignOutOfPortal : ICommand<bool>;

internal sealed class SignOutOfPortalHandler(SessionStore sessions, SecurityLog log, CurrentSession current)
    : IRequestHandler<SignOutOfPortal, Result<bool>>
{
    public async Task<Result<bool>> Handle(SignOutOfPortal command, CancellationToken cancellationToken)
    {
        if (current.Person is not null)
        {
            log.Add(SecurityEventKind.SignedOut);
        }

        await sessions.EndAsync(current.Person?.Proof.SessionId, cancellationToken);
        return true;
    }
}
