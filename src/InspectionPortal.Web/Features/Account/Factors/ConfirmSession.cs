using InspectionPortal.Domain.People;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Factors;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InspectionPortal.Web.Features.Account.Factors;

/// <summary>
/// The person proves once more that it is them, before an act that asks for it: with their passkey or a code where they have a
/// second step, else with their password.
/// </summary>
[Requires(Permission.SignedIn)]
[AccountCommand]
public sealed class ConfirmSession : ICommand<bool>
{
    /// <summary>Prefix of the fields of this form, so that none is taken for a field of the form that goes on afterwards.</summary>
    public const string Prefix = "Confirmation";

    public string? Code { get; set; }

    public string? Password { get; set; }

    /// <summary>The browser's answer, with a passkey.</summary>
    public string? Credential { get; set; }

    /// <summary>The sealed question, with a passkey.</summary>
    public string? State { get; set; }

    /// <summary>The address that the form was sent to, or that was opened.</summary>
    public string? To { get; set; }

    /// <summary>True where that was opened, false where a form was sent.</summary>
    public bool IsOpened { get; set; }

    /// <summary>The page that the person came from, for the link back.</summary>
    public string? Back { get; set; }

    /// <summary>Where the attempt comes from; set by the controller, never bound.</summary>
    [BindNever]
    public string From { get; set; } = string.Empty;
}

internal sealed class ConfirmSessionHandler(
    OwnFactors own, CodeVerifier codes, PasskeyCeremony passkeys, SessionConfirmation session)
    : IRequestHandler<ConfirmSession, Result<bool>>
{
    private const int PasswordMaxLength = PasswordRules.MaxLength;

    public async Task<Result<bool>> Handle(ConfirmSession command, CancellationToken cancellationToken)
    {
        if (await own.FindAsync() is not { } user)
        {
            return new Missing();
        }

        var (field, proof) = await CheckAsync(user, command, cancellationToken);
        if (proof.Factor is not { } factor)
        {
            return Failure.Field(field.Length == 0 ? field : $"{ConfirmSession.Prefix}.{field}", proof.Problem!);
        }

        await session.ConfirmAsync(factor, cancellationToken);
        return true;
    }

    private async Task<(string Field, FactorProof Proof)> CheckAsync(
        PortalUser user, ConfirmSession command, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(command.Credential))
        {
            var answer = await passkeys.CheckAsync(PasskeyPurpose.Confirm, user, command.Credential, command.State);
            if (answer.User is null)
            {
                await session.RefusePasskeyAsync(cancellationToken);
            }

            return (string.Empty, answer.User is null ? FactorProof.Failed(answer.Problem!) : FactorProof.Of(SignInFactor.Passkey));
        }

        if (user.TwoFactorEnabled)
        {
            return (nameof(ConfirmSession.Code), command.Code is { Length: > 0 and <= FinishSignInHandler.CodeMaxLength } code
                ? await codes.CheckCodeAsync(user, code, command.From, cancellationToken)
                : FactorProof.Failed("Enter the code"));
        }

        return (nameof(ConfirmSession.Password), command.Password is { Length: > 0 and <= PasswordMaxLength } password
            ? await codes.CheckPasswordAsync(user, password, command.From, cancellationToken)
            : FactorProof.Failed("Enter your password"));
    }
}
