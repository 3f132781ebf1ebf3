using InspectionPortal.Domain.People;
using InspectionPortal.Web.Identity.Factors;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Account.Factors;

/// <summary>
/// What can this person, whose password was right, do as their second step? Null where nobody's password was, or too long ago.
/// </summary>
[Requires(Permission.Anyone)]
public sealed record GetSecondStep : IQuery<SecondStepPage>;

internal sealed class GetSecondStepHandler(PendingSignIn pending, FactorStore factors) : IRequestHandler<GetSecondStep, SecondStepPage?>
{
    public async Task<SecondStepPage?> Handle(GetSecondStep query, CancellationToken cancellationToken)
    {
        if (await pending.FindAsync() is not { } user)
        {
            return null;
        }

        var own = await factors.GetAsync(user, cancellationToken);
        return new SecondStepPage(own.HasApp, own.Passkeys.Count > 0, own.RecoveryCodesLeft > 0);
    }
}
