using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace InspectionPortal.Web.Features.Account;

[Requires(Permission.Anyone)]
[AccountCommand]
public sealed record SignOutOfPortal : ICommand<bool>;

internal sealed class SignOutOfPortalHandler(SignInManager<PortalUser> signIn) : IRequestHandler<SignOutOfPortal, Result<bool>>
{
    public async Task<Result<bool>> Handle(SignOutOfPortal command, CancellationToken cancellationToken)
    {
        await signIn.SignOutAsync();
        return true;
    }
}
