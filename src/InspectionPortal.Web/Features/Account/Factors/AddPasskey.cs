using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Factors;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Account.Factors;

/// <summary>Adds a passkey that the browser made.</summary>
[Requires(Permission.SignedIn)]
[AccountCommand]
[ConfirmIdentity]
public sealed class AddPasskey : ICommand<FactorAdded>
{
    public const int NameMaxLength = 60;
    public const int Most = 20;

    /// <summary>What the owner calls it.</summary>
    public string? Name { get; set; }

    /// <summary>The browser's answer.</summary>
    public string? Credential { get; set; }

    /// <summary>The sealed question.</summary>
    public string? State { get; set; }
}

internal sealed class AddPasskeyValidator : AbstractValidator<AddPasskey>
{
    public AddPasskeyValidator() => RuleFor(c => c.Name)
        .MaxLength(AddPasskey.NameMaxLength);
}

internal sealed class AddPasskeyHandler(OwnFactors own, PasskeyCeremony passkeys) : IRequestHandler<AddPasskey, Result<FactorAdded>>
{
    public async Task<Result<FactorAdded>> Handle(AddPasskey command, CancellationToken cancellationToken)
    {
        if (await own.FindAsync() is not { } user)
        {
            return new Missing();
        }

        if ((await own.Store.GetAsync(user, cancellationToken)).Passkeys.Count >= AddPasskey.Most)
        {
            return Failure.Field(string.Empty, $"You have {AddPasskey.Most} passkeys. Remove one you no longer use, then try again.");
        }

        var answer = await passkeys.CheckNewAsync(user, command.Credential, command.State);
        if (answer.Passkey is not { } passkey)
        {
            return Failure.Field(string.Empty, answer.Problem!);
        }

        passkey.Name = string.IsNullOrWhiteSpace(command.Name) ? "Passkey" : command.Name.Trim();
        var codes = await own.Store.AddPasskeyAsync(user, passkey);
        await own.RestartSessionAsync(user, SignInFactor.Passkey, cancellationToken);
        return new FactorAdded("Passkey added. You can sign in with it instead of your password.", codes);
    }
}
