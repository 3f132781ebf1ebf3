using InspectionPortal.Domain.People;
using InspectionPortal.Web.Identity.Factors;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Account.Factors;

/// <summary>What a browser needs to sign somebody in with a passkey: anybody's, or after a right password that person's.</summary>
[Requires(Permission.Anyone)]
public sealed record RequestPasskeySignIn : IQuery<PasskeyQuestion>;

internal sealed class RequestPasskeySignInHandler(PasskeyCeremony passkeys) : IRequestHandler<RequestPasskeySignIn, PasskeyQuestion?>
{
    public async Task<PasskeyQuestion?> Handle(RequestPasskeySignIn query, CancellationToken cancellationToken) =>
        await passkeys.AskAsync(PasskeyPurpose.SignIn, null);
}
