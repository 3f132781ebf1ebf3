using InspectionPortal.Domain.People;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Factors;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace InspectionPortal.Web.Features.Account.Factors;

/// <summary>An administrator removes the second steps of somebody who lost theirs. Nobody does so for themselves.</summary>
[Requires(Permission.AdministerPlatform)]
[ConfirmIdentity]
public sealed record ResetFactors(Guid UserId) : ICommand<bool>;

internal sealed class ResetFactorsHandler(UserManager<PortalUser> users, FactorStore factors, CurrentSession current)
    : IRequestHandler<ResetFactors, Result<bool>>
{
    public const string Self =
        "You cannot reset your own two-step sign-in. Ask another administrator, or ask the people who run the server to recover your account.";

    public async Task<Result<bool>> Handle(ResetFactors command, CancellationToken cancellationToken)
    {
        if (await users.FindByIdAsync(command.UserId.ToString()) is not { } user)
        {
            return new Missing();
        }

        if (user.Id == current.RequiredPerson.UserId)
        {
            return Failure.Field(string.Empty, Self);
        }

        await factors.ResetAsync(user, cancellationToken);
        return true;
    }
}
