using InspectionPortal.Domain.People;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Factors;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Account.Factors;

/// <summary>Signs in with a passkey, which stands for both steps, or finishes a sign-in that began with a password.</summary>
[Requires(Permission.Anyone)]
[AccountCommand]
public sealed class SignInWithPasskey : ICommand<bool>
{
    /// <summary>The browser's answer.</summary>
    public string? Credential { get; set; }

    /// <summary>The sealed question.</summary>
    public string? State { get; set; }

    public string? ReturnUrl { get; set; }
}

internal sealed class SignInWithPasskeyHandler(PasskeyCeremony passkeys, PendingSignIn pending, SignInSteps steps, SecurityLog log)
    : IRequestHandler<SignInWithPasskey, Result<bool>>
{
    public async Task<Result<bool>> Handle(SignInWithPasskey command, CancellationToken cancellationToken)
    {
        var answer = await passkeys.CheckAsync(PasskeyPurpose.SignIn, null, command.Credential, command.State);
        if (answer.User is not { } user)
        {
            await log.WriteLimitedAsync(SecurityEventKind.FactorFailed, detail: "passkey");
            return Failure.Field(string.Empty, answer.Problem!);
        }

        if (await pending.FindAsync() is { } begun && begun.Id != user.Id)
        {
            await log.WriteLimitedAsync(SecurityEventKind.FactorFailed, begun.Id, "passkey of another account");
            return Failure.Field(string.Empty, FactorMessages.PasskeyOfAnother);
        }

        await steps.FinishAsync(user, SignInFactor.Passkey, cancellationToken);
        return true;
    }
}
