using System.ComponentModel.DataAnnotations;
using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InspectionPortal.Web.Features.Account;

/// <summary>One's own password. The stamp moves with it: every other session of the account ends at its next request.</summary>
[Requires(Permission.SignedIn)]
[AccountCommand]
public sealed class ChangePassword : ICommand<bool>
{
    [DataType(DataType.Password)]
    public string? CurrentPassword { get; set; }

    [DataType(DataType.Password)]
    public string? NewPassword { get; set; }

    /// <summary>Where the attempt comes from; set by the controller, never bound.</summary>
    [BindNever]
    public string From { get; set; } = string.Empty;
}

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePassword>
{
    public ChangePasswordValidator()
    {
        RuleFor(c => c.CurrentPassword).NotEmpty().WithMessage("Enter your current password")
            .MaximumLength(PasswordRules.MaxLength).WithMessage("Current password is not correct. Enter it again");
        RuleFor(c => c.NewPassword).NotEmpty().WithMessage("Enter a new password")
            .MaxLength(PasswordRules.MaxLength);
        RuleFor(c => c.NewPassword).NotEqual(c => c.CurrentPassword).When(c => c.NewPassword is not null)
            .WithMessage("Enter a password that is different from your current one");
    }
}

internal sealed class ChangePasswordHandler(
    UserManager<PortalUser> users, SessionStore sessions, SignInThrottle throttle, PasswordResetSender mail, SecurityLog log, CurrentSession current)
    : IRequestHandler<ChangePassword, Result<bool>>
{
    public async Task<Result<bool>> Handle(ChangePassword command, CancellationToken cancellationToken)
    {
        if (await users.FindByIdAsync(current.RequiredPerson.UserId.ToString()) is not { } user)
        {
            return new Missing();
        }

        if (await throttle.BeginAsync(user.Email!, command.From, cancellationToken) is not { } attempt)
        {
            await log.WriteLimitedAsync(SecurityEventKind.SignInSlowed);
            return Failure.Field(nameof(ChangePassword.CurrentPassword), SlowedDown.Message);
        }

        var outcome = await users.ChangePasswordAsync(user, command.CurrentPassword!, command.NewPassword!);
        if (outcome.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.ConcurrencyFailure)))
        {
            return new Conflict("Your password was changed somewhere else at the same time. Try again.");
        }

        if (outcome.Errors.All(e => e.Code != nameof(IdentityErrorDescriber.PasswordMismatch)))
        {
            await throttle.ForgiveAsync(attempt, cancellationToken);
        }

        if (!outcome.Succeeded)
        {
            await LogRefusalAsync(outcome, cancellationToken);
            return new Invalid([.. outcome.Errors.Select(e => new FieldError(
                e.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? nameof(ChangePassword.CurrentPassword) : nameof(ChangePassword.NewPassword),
                e.Description))]);
        }

        log.Add(SecurityEventKind.PasswordChanged);
        mail.TellChanged(user);
        await sessions.EndAllAsync(user.Id, except: null, cancellationToken);
        await sessions.ContinueAsync(user, current.RequiredPerson.Proof, cancellationToken);
        return true;
    }

    private Task LogRefusalAsync(IdentityResult outcome, CancellationToken cancellationToken) =>
        outcome.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.PasswordMismatch))
            ? log.WriteAsync(SecurityEventKind.SignInFailed, detail: "Wrong current password when changing it", cancellationToken: cancellationToken)
            : Task.CompletedTask;
}
