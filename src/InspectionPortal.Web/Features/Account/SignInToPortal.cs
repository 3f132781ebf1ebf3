using System.ComponentModel.DataAnnotations;
using FluentValidation;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InspectionPortal.Web.Features.Account;

/// <summary>Someone says who they are. The answer never tells whether the account exists.</summary>
[Requires(Permission.Anyone)]
[AccountCommand]
public sealed class SignInToPortal : ICommand<SignedIn>
{
    public string? Email { get; set; }

    [DataType(DataType.Password)]
    public string? Password { get; set; }

    public string? ReturnUrl { get; set; }

    /// <summary>Where the attempt comes from; set by the controller, never bound.</summary>
    [BindNever]
    public string From { get; set; } = string.Empty;
}

public sealed record SignedIn(Guid UserId);

internal sealed class SignInToPortalValidator : AbstractValidator<SignInToPortal>
{
    public SignInToPortalValidator()
    {
        RuleFor(c => c.Email).NotEmpty().WithMessage("Enter your e-mail address")
            .MaximumLength(PersonRules.EmailMaxLength).WithMessage($"Enter an e-mail address of at most {PersonRules.EmailMaxLength} characters");
        RuleFor(c => c.Password).NotEmpty().WithMessage("Enter your password")
            .MaximumLength(PasswordRules.MaxLength).WithMessage($"Enter a password of at most {PasswordRules.MaxLength} characters");
    }
}

internal sealed class SignInToPortalHandler(
    UserManager<PortalUser> users, SignInManager<PortalUser> signIn, SignInThrottle throttle, KnownDevices devices, NobodysPassword nobodys)
    : IRequestHandler<SignInToPortal, Result<SignedIn>>
{
    private const string Refused = "The e-mail address or the password is not right. Check both and try again.";

    public async Task<Result<SignedIn>> Handle(SignInToPortal command, CancellationToken cancellationToken)
    {
        if (await throttle.BeginAsync(command.Email!, command.From, cancellationToken) is not { } attempt)
        {
            return Failure.Field(nameof(SignInToPortal.Email), SlowedDown.Message);
        }

        var user = await users.FindByEmailAsync(command.Email!);
        if (user?.PasswordHash is null || user.IsDisabled)
        {
            users.PasswordHasher.VerifyHashedPassword(nobodys.Nobody, nobodys.Hash, command.Password!);
            return Failure.Field(nameof(SignInToPortal.Email), Refused);
        }

        if (!(await signIn.CheckPasswordSignInAsync(user, command.Password!, lockoutOnFailure: false)).Succeeded)
        {
            return Failure.Field(nameof(SignInToPortal.Email), Refused);
        }

        await throttle.ForgiveAsync(attempt, cancellationToken);
        await signIn.SignInAsync(user, isPersistent: false);
        devices.Remember(user.Email!);
        return new SignedIn(user.Id);
    }
}

/// <summary>What someone reads who tried too often.</summary>
internal static class SlowedDown
{
    public const string Message = "There were too many attempts from here. Wait 15 minutes, then try again.";
}
