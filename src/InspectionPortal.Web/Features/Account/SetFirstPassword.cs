using System.ComponentModel.DataAnnotations;
using FluentValidation;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InspectionPortal.Web.Features.Account;

/// <summary>Someone opens the link they were given. Opening it spends nothing; null whatever is wrong with it.</summary>
[Requires(Permission.Anyone)]
public sealed class OpenInvitation : IQuery<InvitationPage>
{
    public Guid User { get; set; }

    [DataType(DataType.Password)]
    public string? Token { get; set; }
}

internal sealed class OpenInvitationHandler(Invitations invitations) : IRequestHandler<OpenInvitation, InvitationPage?>
{
    public async Task<InvitationPage?> Handle(OpenInvitation query, CancellationToken cancellationToken) =>
        await invitations.OpenAsync(query.User, query.Token) is { } user ? new InvitationPage(user.Id, user.Email!) : null;
}

public sealed record InvitationPage(Guid UserId, string Email);

/// <summary>Sets the first password of an account, once, by the link.</summary>
[Requires(Permission.Anyone)]
[AccountCommand]
public sealed class SetFirstPassword : ICommand<bool>
{
    public Guid User { get; set; }

    [DataType(DataType.Password)]
    public string? Token { get; set; }

    [DataType(DataType.Password)]
    public string? Password { get; set; }

    /// <summary>Whose password it will be, to show; never bound.</summary>
    [BindNever]
    public string? Email { get; set; }
}

internal sealed class SetFirstPasswordValidator : AbstractValidator<SetFirstPassword>
{
    public SetFirstPasswordValidator() => RuleFor(c => c.Password)
        .NotEmpty().WithMessage("Enter a password")
        .MaximumLength(PasswordRules.MaxLength).WithMessage($"Use at most {PasswordRules.MaxLength} characters");
}

internal sealed class SetFirstPasswordHandler(UserManager<PortalUser> users, SignInManager<PortalUser> signIn, Invitations invitations)
    : IRequestHandler<SetFirstPassword, Result<bool>>
{
    public async Task<Result<bool>> Handle(SetFirstPassword command, CancellationToken cancellationToken)
    {
        if (await invitations.OpenAsync(command.User, command.Token) is not { } user)
        {
            return new Missing();
        }

        var outcome = await users.ResetPasswordAsync(user, command.Token!, command.Password!);
        if (outcome.Errors.Any(e => e.Code is nameof(IdentityErrorDescriber.ConcurrencyFailure) or nameof(IdentityErrorDescriber.InvalidToken)))
        {
            return new Conflict("This link was used a moment ago. If it was you, sign in with the password you chose.");
        }

        if (!outcome.Succeeded)
        {
            return new Invalid([.. outcome.Errors.Select(e => new FieldError(nameof(SetFirstPassword.Password), e.Description))]);
        }

        // Whoever was signed in here, such as the person who tried the link, is not the one who signs in next.
        await signIn.SignOutAsync();
        return true;
    }
}
