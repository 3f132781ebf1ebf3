using InspectionPortal.Domain.People;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Account.Factors;

/// <summary>What can the signed-in person confirm with? None of the three means their password.</summary>
[Requires(Permission.SignedIn)]
public sealed record GetConfirmation : IQuery<SecondStepPage>;

internal sealed class GetConfirmationHandler(OwnFactors own) : IRequestHandler<GetConfirmation, SecondStepPage?>
{
    public async Task<SecondStepPage?> Handle(GetConfirmation query, CancellationToken cancellationToken)
    {
        if (await own.FindAsync() is not { } user)
        {
            return null;
        }

        var factors = await own.Store.GetAsync(user, cancellationToken);
        return new SecondStepPage(factors.HasApp, factors.Passkeys.Count > 0, factors.RecoveryCodesLeft > 0);
    }
}
