using InspectionPortal.Domain.People;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Account.Factors;

/// <summary>Removes one of one's own passkeys.</summary>
[Requires(Permission.SignedIn)]
[AccountCommand]
[ConfirmIdentity]
public sealed class RemovePasskey : ICommand<bool>
{
    /// <summary>The credential's id in base64url.</summary>
    public string? Id { get; set; }
}

internal sealed class RemovePasskeyHandler(OwnFactors own) : IRequestHandler<RemovePasskey, Result<bool>>
{
    public async Task<Result<bool>> Handle(RemovePasskey command, CancellationToken cancellationToken)
    {
        if (await own.FindAsync() is not { } user
            || (await own.Store.GetAsync(user, cancellationToken)).Passkeys.FirstOrDefault(p => p.Id == command.Id) is not { } passkey)
        {
            return new Missing();
        }

        if (await own.IsLastNeededAsync(user, cancellationToken))
        {
            return Failure.Field(string.Empty, OwnFactors.LastOne);
        }

        await own.Store.RemovePasskeyAsync(user, passkey.Id, cancellationToken);
        await own.RestartSessionAsync(user, null, cancellationToken);
        return true;
    }
}
