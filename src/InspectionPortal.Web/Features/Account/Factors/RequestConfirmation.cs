using InspectionPortal.Domain.People;
using InspectionPortal.Web.Identity.Factors;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Account.Factors;

/// <summary>What a browser needs to ask the signed-in person for one of their passkeys.</summary>
[Requires(Permission.SignedIn)]
public sealed record RequestConfirmation : IQuery<PasskeyQuestion>;

internal sealed class RequestConfirmationHandler(PasskeyCeremony passkeys, OwnFactors own) : IRequestHandler<RequestConfirmation, PasskeyQuestion?>
{
    public async Task<PasskeyQuestion?> Handle(RequestConfirmation query, CancellationToken cancellationToken) =>
        await own.FindAsync() is { } user ? await passkeys.AskAsync(PasskeyPurpose.Confirm, user) : null;
}
