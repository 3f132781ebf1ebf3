using InspectionPortal.Domain.People;
using InspectionPortal.Web.Identity.Factors;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Account.Factors;

/// <summary>What a browser needs to make a passkey for the signed-in person.</summary>
[Requires(Permission.SignedIn)]
public sealed record RequestNewPasskey : IQuery<PasskeyQuestion>;

internal sealed class RequestNewPasskeyHandler(PasskeyCeremony passkeys, OwnFactors own) : IRequestHandler<RequestNewPasskey, PasskeyQuestion?>
{
    public async Task<PasskeyQuestion?> Handle(RequestNewPasskey query, CancellationToken cancellationToken) =>
        await own.FindAsync() is { } user ? await passkeys.AskForNewAsync(user) : null;
}
