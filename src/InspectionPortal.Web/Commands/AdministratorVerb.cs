using InspectionPortal.Domain.People;
using InspectionPortal.Web.Commands.Seeding;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Interceptors;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Invitations;
using InspectionPortal.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Commands;

/// <summary>
/// <c>administrator EMAIL [--take-over]</c>: invites the first person of a new portal, who adds everybody else. An address that
/// has an account which this verb did not make is refused, since whoever made it may hold its password.
/// </summary>
internal sealed class AdministratorVerb(
    PortalDbContext database, UnitOfWork unitOfWork, InvitationSender sender, AccountRevoker revoker, SecurityLog log, IServiceProvider services)
{
    public const string Name = "administrator";
    public const string TakeOver = "--take-over";

    /// <summary>True for the arguments that the verb understands.</summary>
    public static bool Fits(string[] args) => args is [Name, _] or [Name, _, TakeOver];

    /// <summary>Runs it; answers what to print.</summary>
    /// <exception cref="SeedException">The address is none, or has an account that stays as it is.</exception>
    public async Task<string> RunAsync(string email, bool takeOver, CancellationToken cancellationToken)
    {
        if (!PersonRules.IsEmailAddress(email))
        {
            throw new SeedException($"'{email}' is not an e-mail address.");
        }

        services.GetRequiredService<ChangeOrigin>().Command = "Administrator";
        var normalized = Invitation.Normalize(email);
        var lines = new List<string>();
        var user = await unitOfWork.RunAsync(token => database.Users.FirstOrDefaultAsync(u => u.NormalizedEmail == normalized, token), cancellationToken);
        if (user is { EmailConfirmed: true })
        {
            if (takeOver)
            {
                lines.AddRange(await TakeOverAsync(user, cancellationToken));
            }
            else
            {
                await RefuseAsync(user, cancellationToken);
            }
        }

        lines.Add(await unitOfWork.RunAsync(token => InviteAsync(email, normalized, token), cancellationToken));
        return string.Join(Environment.NewLine, lines);
    }

    private async Task RefuseAsync(PortalUser user, CancellationToken cancellationToken)
    {
        if (user.IsPlatformAdministrator)
        {
            throw new SeedException($"{user.Email} is an administrator already. A forgotten password is reset from the sign-in page.");
        }

        var isOurs = await unitOfWork.RunAsync(
            token => database.Invitations.AnyAsync(i => i.Kind == InvitationKind.Administrator && i.AcceptedByUserId == user.Id, token), cancellationToken);
        if (!isOurs)
        {
            throw new SeedException(
                $"{user.Email} already has an account that this command did not create, so nothing was changed. "
                + $"{TakeOver} ends its sessions, memberships, officer posts and password, and then invites it.");
        }
    }

    private async Task<IReadOnlyList<string>> TakeOverAsync(PortalUser user, CancellationToken cancellationToken)
    {
        var leaderless = await revoker.RevokeAsync(user.Id, "TakeOver", cancellationToken);
        await unitOfWork.RunAsync(
            token =>
            {
                log.Add(SecurityEventKind.AccountTakenOver, user.Id, $"By the command {Name} {TakeOver}");
                return database.SaveChangesAsync(token);
            },
            cancellationToken);
        var names = await unitOfWork.RunAsync(
            token => database.Partnerships.Where(p => leaderless.Contains(p.Id)).Select(p => p.Name).ToListAsync(token), cancellationToken);
        return [.. names.Select(name => $"{name} now has no partnership lead. Invite one on its page under /admin.")];
    }

    private async Task<string> InviteAsync(string email, string normalized, CancellationToken cancellationToken)
    {
        foreach (var earlier in await database.Invitations
            .Where(i => i.Kind == InvitationKind.Administrator && i.NormalizedEmail == normalized && i.AcceptedAt == null && i.WithdrawnAt == null)
            .ToListAsync(cancellationToken))
        {
            earlier.WithdrawnAt = services.GetRequiredService<TimeProvider>().GetUtcNow();
        }

        var invitation = Invitation.To("Platform administrator", email, InvitationKind.Administrator);
        database.Add(invitation);
        if (services.GetRequiredService<MailAvailability>().HasServer)
        {
            await sender.SendAsync(invitation, null, cancellationToken);
            await database.SaveChangesAsync(cancellationToken);
            return $"Invitation sent to {email}.";
        }

        // Without a mail server the link goes to whoever runs the command on the server; the security log says so.
        var link = sender.HandOut(invitation, null);
        await database.SaveChangesAsync(cancellationToken);
        return link;
    }
}
