using InspectionPortal.Domain.People;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Account.Factors;

/// <summary>Removes one's own authenticator app.</summary>
[Requires(Permission.SignedIn)]
[AccountCommand]
[ConfirmIdentity]
public sealed record RemoveApp : ICommand<bool>;

internal sealed class RemoveAppHandler(OwnFactors own) : IRequestHandler<RemoveApp, Result<bool>>
{
    public async Task<Result<bool>> Handle(RemoveApp command, CancellationToken cancellationToken)
    {
        if (await own.FindAsync() is not { } user || !(await own.Store.GetAsync(user, cancellationToken)).HasApp)
        {
            return new Missing();
        }

        if (await own.IsLastNeededAsync(user, cancellationToken))
        {
            return Failure.Field(string.Empty, OwnFactors.LastOne);
        }

        await own.Store.RemoveAppAsync(user, cancellationToken);
        await own.RestartSessionAsync(user, null, cancellationToken);
        return true;
    }
}
