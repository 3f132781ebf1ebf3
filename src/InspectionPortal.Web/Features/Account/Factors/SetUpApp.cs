using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Factors;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Account.Factors;

/// <summary>Adds an authenticator app, once it has shown a code that fits.</summary>
[Requires(Permission.SignedIn)]
[AccountCommand]
[ConfirmIdentity]
public sealed class SetUpApp : ICommand<FactorAdded>
{
    /// <summary>The key on the page, sealed.</summary>
    public string? SealedKey { get; set; }

    public string? Code { get; set; }
}

internal sealed class SetUpAppValidator : AbstractValidator<SetUpApp>
{
    public SetUpAppValidator() => RuleFor(c => c.Code).NotEmpty().WithMessage("Enter the code that your app shows")
        .MaximumLength(FinishSignInHandler.CodeMaxLength).WithMessage(FactorMessages.WrongCode);
}

internal sealed class SetUpAppHandler(
    OwnFactors own, AppKeys keys, SignInThrottle throttle, CurrentSession current, IHttpContextAccessor http, TimeProvider time)
    : IRequestHandler<SetUpApp, Result<FactorAdded>>
{
    public async Task<Result<FactorAdded>> Handle(SetUpApp command, CancellationToken cancellationToken)
    {
        if (await own.FindAsync() is not { } user || keys.Open(current.RequiredPerson.UserId, command.SealedKey) is not { } key)
        {
            return new Missing();
        }

        if ((await own.Store.GetAsync(user, cancellationToken)).HasApp)
        {
            return new Conflict(
                "You already have an authenticator app. You may have added it in another tab. To use this one instead, remove the other one first.");
        }

        var from = SignInThrottle.PlaceOf(http.HttpContext?.Connection.RemoteIpAddress);
        if (await throttle.BeginAsync(user.Email!, from, cancellationToken) is not { } attempt)
        {
            return Failure.Field(nameof(SetUpApp.Code), FactorMessages.Slowed);
        }

        var typed = string.Concat(command.Code!.Where(char.IsAsciiDigit));
        if (TotpCodes.FindStep(key, typed, time.GetUtcNow()) is not { } step)
        {
            return Failure.Field(nameof(SetUpApp.Code), FactorMessages.WrongCode);
        }

        await throttle.ForgiveAsync(attempt, cancellationToken);
        var codes = await own.Store.AddAppAsync(user, key, step);
        await own.RestartSessionAsync(user, SignInFactor.AuthenticatorApp, cancellationToken);
        return new FactorAdded("Authenticator app set up. Enter a code from it each time you sign in.", codes);
    }
}
