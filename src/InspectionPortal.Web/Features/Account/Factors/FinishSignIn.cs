using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Factors;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InspectionPortal.Web.Features.Account.Factors;

/// <summary>The second step after a right password: a code of the app, or a recovery code.</summary>
[Requires(Permission.Anyone)]
[AccountCommand]
public sealed class FinishSignIn : ICommand<SignInFinished>
{
    public string? Code { get; set; }

    public string? ReturnUrl { get; set; }

    /// <summary>Where the attempt comes from; set by the controller, never bound.</summary>
    [BindNever]
    public string From { get; set; } = string.Empty;
}

internal sealed class FinishSignInValidator : AbstractValidator<FinishSignIn>
{
    public FinishSignInValidator() => RuleFor(c => c.Code).NotEmpty().WithMessage("Enter the code")
        .MaximumLength(FinishSignInHandler.CodeMaxLength).WithMessage(FactorMessages.WrongCode);
}

internal sealed class FinishSignInHandler(PendingSignIn pending, CodeVerifier codes, SignInSteps steps, FactorStore factors)
    : IRequestHandler<FinishSignIn, Result<SignInFinished>>
{
    public const int CodeMaxLength = 40;

    public async Task<Result<SignInFinished>> Handle(FinishSignIn command, CancellationToken cancellationToken)
    {
        if (await pending.FindAsync() is not { } user)
        {
            return new Missing();
        }

        var proof = await codes.CheckCodeAsync(user, command.Code!, command.From, cancellationToken);
        if (proof.Factor is not { } factor)
        {
            return Failure.Field(nameof(FinishSignIn.Code), proof.Problem!);
        }

        await steps.FinishAsync(user, factor, cancellationToken);
        return new SignInFinished(
            factor == SignInFactor.RecoveryCode ? (await factors.GetAsync(user, cancellationToken)).RecoveryCodesLeft : null);
    }
}
