using System.ComponentModel.DataAnnotations;
using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Factors;
using InspectionPortal.Web.Infrastructure.Forms;
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

internal sealed class SignInToPortalValidator : AbstractValidator<SignInToPortal>
{
    public SignInToPortalValidator()
    {
        RuleFor(c => c.Email).NotEmpty().WithMessage("Enter your e-mail address")
            .MaxLength(PersonRules.EmailMaxLength);
        RuleFor(c => c.Password).NotEmpty().WithMessage("Enter your password")
            .MaxLength(PasswordRules.MaxLength);
    }
}

internal sealed class SignInToPortalHandler(
    UserManager<PortalUser> users, SignInSteps steps, SignInThrottle throttle, TimingDecoyHash nobodys, SecurityLog log)
    : IRequestHandler<SignInToPortal, Result<SignedIn>>
{
    private const string Refused = "The e-mail address or password is not correct. Check both and try again.";

    public async Task<Result<SignedIn>> Handle(SignInToPortal command, CancellationToken cancellationToken)
    {
        if (await throttle.BeginAsync(command.Email!, command.From, cancellationToken) is not { } attempt)
        {
            await log.WriteLimitedAsync(SecurityEventKind.SignInSlowed);
            return Failure.Field(nameof(SignInToPortal.Email), SlowedDown.Message);
        }

        var user = await users.FindByEmailAsync(command.Email!);
        if (await ProblemAsync(user, command.Password!) is { } problem)
        {
            await log.WriteAsync(SecurityEventKind.SignInFailed, user?.Id, problem, cancellationToken);
            return Failure.Field(nameof(SignInToPortal.Email), Refused);
        }

        await throttle.ForgiveAsync(attempt, cancellationToken);
        return new SignedIn(user!.Id, await steps.AfterPasswordAsync(user, cancellationToken));
    }

    /// <summary>Why this person may not sign in, for the security log alone, or null. It always checks one password.</summary>
    private async Task<string?> ProblemAsync(PortalUser? user, string password)
    {
        if (user is { PasswordHash: not null, IsDisabled: false, EmailConfirmed: true })
        {
            return await users.CheckPasswordAsync(user, password) ? null : "The password was wrong";
        }

        users.PasswordHasher.VerifyHashedPassword(nobodys.Nobody, nobodys.Hash, password);
        return user switch
        {
            null => "No account with this e-mail address",
            { IsDisabled: true } => "The account is disabled",
            { EmailConfirmed: false } => "The account is not confirmed",
            _ => "The account has no password yet",
        };
    }
}

/// <summary>What someone reads who tried too often.</summary>
internal static class SlowedDown
{
    public const string Message = "There were too many attempts. Wait 15 minutes, then try again.";
}
