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

/// <summary>Chooses a new password by the link from the mailbox. Every session of the account ends.</summary>
[Requires(Permission.Anyone)]
[AccountCommand]
public sealed class ResetPassword : ICommand<bool>
{
    [DataType(DataType.Password)]
    public string? Token { get; set; }

    [DataType(DataType.Password)]
    public string? Password { get; set; }

    /// <summary>Whose password it will be, to show; never bound.</summary>
    [BindNever]
    public string? Email { get; set; }
}

internal sealed class ResetPasswordValidator : AbstractValidator<ResetPassword>
{
    public ResetPasswordValidator() => RuleFor(c => c.Password)
        .NotEmpty().WithMessage("Enter a new password")
        .MaxLength(PasswordRules.MaxLength);
}

internal sealed class ResetPasswordHandler(
    UserManager<PortalUser> users, SessionStore sessions, PasswordResetLinks links, PasswordResetSender mail, SecurityLog log, CurrentSession current)
    : IRequestHandler<ResetPassword, Result<bool>>
{
    public async Task<Result<bool>> Handle(ResetPassword command, CancellationToken cancellationToken)
    {
        if (await links.FindAsync(command.Token) is not { } user)
        {
            return new Missing();
        }

        var outcome = await users.ResetPasswordAsync(user, await users.GeneratePasswordResetTokenAsync(user), command.Password!);
        if (outcome.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.ConcurrencyFailure)))
        {
            return new Conflict("This link has just been used. If it was you, sign in with the password you chose.");
        }

        if (!outcome.Succeeded)
        {
            return new Invalid([.. outcome.Errors.Select(e => new FieldError(nameof(ResetPassword.Password), e.Description))]);
        }

        log.Add(SecurityEventKind.PasswordReset, user.Id);
        mail.TellChanged(user);
        await sessions.EndAllAsync(user.Id, except: null, cancellationToken);

        // Whoever was signed in here is not the one who signs in next.
        await sessions.EndAsync(current.Person?.Proof.SessionId, cancellationToken);
        return true;
    }
}
