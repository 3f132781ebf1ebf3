using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Identity.Invitations;

/// <summary>
/// Sends an invitation to the mailbox it is for. Each sending makes a new secret, so the link of the one before no longer works.
/// Nothing here looks at accounts: the work and the answer are the same whether the address has one.
/// </summary>
public sealed class InvitationSender(
    PortalDbContext database, Outbox outbox, SecurityLog log, MailAvailability mail, PublicAddress address, TimeProvider time)
{
    /// <summary>How long an invitation can be accepted.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>How many invitations a partnership sends in 24 hours.</summary>
    public const int DailyLimit = 100;

    /// <summary>What someone reads who has sent as many as a day allows.</summary>
    public static string LimitMessage { get; } =
        $"Your partnership has sent {DailyLimit} invitations in the last 24 hours, which is the limit. Try again tomorrow.";

    /// <summary>True while the partnership of this request may send another one.</summary>
    public async Task<bool> MaySendAsync(int partnershipId, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow().AddDays(-1);
        return await database.SecurityEvents.CountAsync(
            e => e.PartnershipId == partnershipId && e.At > since
                && (e.Kind == SecurityEventKind.InvitationSent || e.Kind == SecurityEventKind.PasswordResetAsked), cancellationToken) < DailyLimit;
    }

    /// <summary>
    /// Gives the invitation a new secret and 7 days, and writes the e-mail with it. Where no e-mail can be sent, the link is made
    /// when the platform administrator hands it out. Save with the work.
    /// </summary>
    /// <param name="invitation">A new one, or one that is sent again.</param>
    /// <param name="by">Who sends it; null for a verb on the server.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task SendAsync(Invitation invitation, Guid? by, CancellationToken cancellationToken)
    {
        var token = Renew(invitation, by);
        invitation.IsHandedOut = false;
        if (mail.CanSend)
        {
            var from = await FromAsync(invitation, cancellationToken);
            outbox.Add("invitation", invitation.Email, invitation.Name, InvitationMail.Write(invitation, from, Link(invitation, token)));
        }

        log.Add(SecurityEventKind.InvitationSent, invitation.UserId, $"{invitation.Kind} {invitation.Id}", invitation.PartnershipId);
    }

    /// <summary>A new link to show to the platform administrator, who passes it on themselves. The security log says so.</summary>
    public string HandOut(Invitation invitation, Guid? by)
    {
        var token = Renew(invitation, invitation.PartnershipId is null ? by : invitation.InvitedByUserId);
        invitation.IsHandedOut = true;
        log.Add(SecurityEventKind.InvitationLinkHandedOut, invitation.UserId, $"{invitation.Kind} {invitation.Id}", invitation.PartnershipId);
        return Link(invitation, token);
    }

    private string Link(Invitation invitation, string token) => address.For($"/account/invitation?id={invitation.Id}&token={token}");

    private string Renew(Invitation invitation, Guid? by)
    {
        var (now, token) = (time.GetUtcNow(), InvitationToken.Create());
        invitation.CreatedAt = invitation.CreatedAt == default ? now : invitation.CreatedAt;
        invitation.SentAt = now;
        invitation.ExpiresAt = now + Lifetime;
        invitation.TokenHash = InvitationToken.Hash(token);
        invitation.InvitedByUserId = by;
        return token;
    }

    private async Task<InvitationOrigin> FromAsync(Invitation invitation, CancellationToken cancellationToken)
    {
        if (invitation.PartnershipId is { } partnershipId)
        {
            return await database.Partnerships.Where(p => p.Id == partnershipId)
                .Select(p => new InvitationOrigin(p.Name, p.TimeZone)).FirstAsync(cancellationToken);
        }

        return invitation.BodyId is { } bodyId
            ? await database.ScrutinyBodies.Where(b => b.Id == bodyId)
                .Select(b => new InvitationOrigin(b.Name, InvitationOrigin.PlatformZone)).FirstAsync(cancellationToken)
            : new InvitationOrigin("Inspection Portal", InvitationOrigin.PlatformZone);
    }
}
