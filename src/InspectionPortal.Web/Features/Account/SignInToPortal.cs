using FluentValidation;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace InspectionPortal.Web.Features.Account;

/// <summary>Someone says who they are. The answer never tells whether the account exists.</summary>
[Requires(Permission.Anyone)]
[AccountCommand]
public sealed class SignInToPortal : ICommand<SignedIn>
{
    public string? Email { get; set; }

    [System.ComponentModel.DataAnnotations.DataType(System.ComponentModel.DataAnnotations.DataType.Password)]
    public string? Password { get; set; }

    public string? ReturnUrl { get; set; }

    /// <summary>Where the attempt comes from; set by the controller, never bound.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public string From { get; set; } = string.Empty;
}

public sealed record SignedIn(Guid UserId);

internal sealed class SignInToPortalValidator : AbstractValidator<SignInToPortal>
{
    public SignInToPortalValidator()
    {
        RuleFor(c => c.Email).NotEmpty().WithMessage("Enter your e-mail address").MaximumLength(254).WithMessage("Enter an e-mail address of at most 254 characters");
        RuleFor(c => c.Password).NotEmpty().WithMessage("Enter your password").MaximumLength(200).WithMessage("Enter a password of at most 200 characters");
    }
}

internal sealed class SignInToPortalHandler(UserManager<PortalUser> users, SignInManager<PortalUser> signIn, SignInThrottle throttle)
    : IRequestHandler<SignInToPortal, Result<SignedIn>>
{
    private const string Refused = "The e-mail address or the password is not right. Check both and try again.";
    private const string Slowed = "There were too many attempts from here. Wait 15 minutes, then try again.";

    public async Task<Result<SignedIn>> Handle(SignInToPortal command, CancellationToken cancellationToken)
    {
        if (await throttle.IsClosedAsync(command.Email!, command.From, cancellationToken))
        {
            return Failure.Field(nameof(SignInToPortal.Email), Slowed);
        }

        var user = await users.FindByEmailAsync(command.Email!);
        if (user?.PasswordHash is null || user.IsDisabled)
        {
            SpendTheTimeOfACheck(command.Password!);
        }
        else if ((await signIn.CheckPasswordSignInAsync(user, command.Password!, lockoutOnFailure: false)).Succeeded)
        {
            await signIn.SignInAsync(user, isPersistent: false);
            return new SignedIn(user.Id);
        }

        await throttle.FailedAsync(command.Email!, command.From, cancellationToken);
        return Failure.Field(nameof(SignInToPortal.Email), Refused);
    }

    private void SpendTheTimeOfACheck(string password)
    {
        var nobody = new PortalUser { DisplayName = string.Empty };
        users.PasswordHasher.VerifyHashedPassword(nobody, KnownHash.Value, password);
    }

    /// <summary>A hash made with the same cost as everybody's.</summary>
    private static readonly Lazy<string> KnownHash = new(() =>
        new PasswordHasher<PortalUser>().HashPassword(new PortalUser { DisplayName = string.Empty }, Guid.NewGuid().ToString()));
}
