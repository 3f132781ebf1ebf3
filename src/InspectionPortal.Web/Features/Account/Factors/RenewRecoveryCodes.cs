using InspectionPortal.Domain.People;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Account.Factors;

/// <summary>Makes new recovery codes; the ones before no longer work.</summary>
[Requires(Permission.SignedIn)]
[AccountCommand]
[ConfirmIdentity]
public sealed record RenewRecoveryCodes : ICommand<FactorAdded>;

internal sealed class RenewRecoveryCodesHandler(OwnFactors own) : IRequestHandler<RenewRecoveryCodes, Result<FactorAdded>>
{
    public async Task<Result<FactorAdded>> Handle(RenewRecoveryCodes command, CancellationToken cancellationToken)
    {
        if (await own.FindAsync() is not { TwoFactorEnabled: true } user)
        {
            return new Missing();
        }

        return new FactorAdded(
            "These are your new recovery codes. Your old codes no longer work.", await own.Store.RenewRecoveryCodesAsync(user));
    }
}
