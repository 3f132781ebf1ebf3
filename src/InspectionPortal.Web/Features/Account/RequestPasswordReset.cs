using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InspectionPortal.Web.Features.Account;

/// <summary>
/// Somebody forgot their password. Answer and work are the same for every address: where no e-mail may go out, one is written
/// all the same and taken back before the end.
/// </summary>
[Requires(Permission.Anyone)]
[AccountCommand]
public sealed class RequestPasswordReset : ICommand<bool>
{
    public string? Email { get; set; }

    /// <summary>Where it was asked; set by the controller, never bound.</summary>
    [BindNever]
    public string From { get; set; } = string.Empty;
}

internal sealed class RequestPasswordResetValidator : AbstractValidator<RequestPasswordReset>
{
    public RequestPasswordResetValidator() => RuleFor(c => c.Email)
        .NotEmpty().WithMessage("Enter your e-mail address")
        .MaxLength(PersonRules.EmailMaxLength);
}

internal sealed class RequestPasswordResetHandler(
    PortalDbContext database, UserManager<PortalUser> users, ResetThrottle throttle, PasswordResetSender sender, SecurityLog log)
    : IRequestHandler<RequestPasswordReset, Result<bool>>
{
    private const string Savepoint = "password_reset";

    public async Task<Result<bool>> Handle(RequestPasswordReset command, CancellationToken cancellationToken)
    {
        var isInTime = await throttle.BeginAsync(command.Email!, command.From, cancellationToken);
        var user = await users.FindByEmailAsync(command.Email!);
        var isSent = isInTime && user is not null && PasswordResetSender.MayReset(user);
        await log.WriteLimitedAsync(SecurityEventKind.PasswordResetAsked, user?.Id, Outcome(user, isInTime));

        var transaction = database.Database.CurrentTransaction!;
        await transaction.CreateSavepointAsync(Savepoint, cancellationToken);
        sender.Send(user ?? Nobody(command.Email!));
        await database.SaveChangesAsync(cancellationToken);
        if (isSent)
        {
            await transaction.ReleaseSavepointAsync(Savepoint, cancellationToken);
        }
        else
        {
            await transaction.RollbackToSavepointAsync(Savepoint, cancellationToken);
            database.ChangeTracker.Clear();
        }

        return true;
    }

    private static PortalUser Nobody(string email) =>
        new() { Id = Guid.NewGuid(), DisplayName = "Nobody at all", Email = email, SecurityStamp = Guid.NewGuid().ToString("N").ToUpperInvariant() };

    private static string Outcome(PortalUser? user, bool isInTime) => user switch
    {
        null => "No account with this e-mail address",
        _ when !PasswordResetSender.MayReset(user) => "The account’s password cannot be reset",
        _ => isInTime ? "A link was sent" : "Too many requests: no link was sent",
    };
}
