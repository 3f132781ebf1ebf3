using System.ComponentModel.DataAnnotations;
using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Invitations;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Invitations;

/// <summary>The person accepts: from now on the account is confirmed, and the roles are theirs.</summary>
[Requires(Permission.Anyone)]
[AccountCommand]
public sealed class AcceptInvitation : ICommand<InvitationAccepted>
{
    public Guid Id { get; set; }

    [DataType(DataType.Password)]
    public string? Token { get; set; }

    /// <summary>Where the account is made now: what the person is called.</summary>
    public string? Name { get; set; }

    /// <summary>Where the account is made now.</summary>
    [DataType(DataType.Password)]
    public string? Password { get; set; }
}

internal sealed class AcceptInvitationValidator : AbstractValidator<AcceptInvitation>
{
    public AcceptInvitationValidator()
    {
        RuleFor(c => c.Name).MaxLength(PortalUser.DisplayNameMaxLength)
            .Must(name => name is null || !name.Any(char.IsControl)).WithMessage("Enter your name on one line");
        RuleFor(c => c.Password).MaxLength(PasswordRules.MaxLength);
    }
}

internal sealed class AcceptInvitationHandler(
    PortalDbContext database, UserManager<PortalUser> users, InvitationScopes scopes, AccountRevoker revoker, SessionStore sessions, CurrentSession current)
    : IRequestHandler<AcceptInvitation, Result<InvitationAccepted>>
{
    public const string NotNow = "The invitation was not accepted. Check what the page says now.";

    public async Task<Result<InvitationAccepted>> Handle(AcceptInvitation command, CancellationToken cancellationToken)
    {
        var invitation = await database.Invitations.AsNoTracking().FirstOrDefaultAsync(i => i.Id == command.Id, cancellationToken);
        if (invitation is null || !InvitationToken.Fits(command.Token, invitation.TokenHash))
        {
            return new Conflict(NotNow);
        }

        var account = await InvitedAccount.FindAsync(database, invitation, cancellationToken);
        if (account.Confirmed is { } confirmed)
        {
            return current.Person?.UserId == confirmed.Id
                ? await AcceptAsync(command, invitation, cancellationToken)
                : new Conflict(NotNow);
        }

        if (await WrongAsync(command, invitation) is { } wrong)
        {
            return wrong;
        }

        if (account.Unconfirmed is { } stale && await IsOpenAsync(command, invitation, cancellationToken))
        {
            await revoker.RevokeAsync(stale.Id, "AcceptInvitation", cancellationToken);
        }

        var accepted = await AcceptAsync(command, invitation, cancellationToken);
        if (accepted.IsDone)
        {
            // Whoever was signed in here, such as the person who tried the link, is not the one who signs in next.
            await sessions.EndAsync(current.Person?.Proof.SessionId, cancellationToken);
        }

        return accepted;
    }

    private Task<bool> IsOpenAsync(AcceptInvitation command, Invitation invitation, CancellationToken cancellationToken) => scopes.RunAsync(
        invitation, current.Person,
        async (services, token) => await services.GetRequiredService<InvitationCheck>().FindAsync(invitation, command.Token, null, token) is null,
        static _ => false, cancellationToken);

    private Task<Result<InvitationAccepted>> AcceptAsync(AcceptInvitation command, Invitation invitation, CancellationToken cancellationToken) => scopes.RunAsync(
        invitation, current.Person,
        (services, token) => ActivatorUtilities.CreateInstance<InvitationAcceptance>(services).RunAsync(command, token),
        static result => result.IsDone, cancellationToken);

    /// <summary>What is wrong with the password or the name, before anything is touched.</summary>
    private async Task<Failure?> WrongAsync(AcceptInvitation command, Invitation invitation)
    {
        var errors = new List<FieldError>();
        if (string.IsNullOrEmpty(command.Name))
        {
            errors.Add(new FieldError(nameof(AcceptInvitation.Name), "Enter your name"));
        }

        if (string.IsNullOrEmpty(command.Password))
        {
            errors.Add(new FieldError(nameof(AcceptInvitation.Password), "Enter a password"));
        }
        else
        {
            var person = new PortalUser { DisplayName = command.Name ?? invitation.Name, Email = invitation.Email, UserName = invitation.Email };
            foreach (var validator in users.PasswordValidators)
            {
                var outcome = await validator.ValidateAsync(users, person, command.Password);
                errors.AddRange(outcome.Errors.Select(e => new FieldError(nameof(AcceptInvitation.Password), e.Description)));
            }
        }

        return errors.Count == 0 ? null : new Invalid(errors);
    }
}
