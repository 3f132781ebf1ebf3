using InspectionPortal.Domain.People;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Mail;

namespace InspectionPortal.Web.Identity;

/// <summary>Sends a person the link by which they choose a new password.</summary>
public sealed class PasswordResetSender(PasswordResetTokens tokens, Outbox outbox, PublicAddress address)
{
    /// <summary>The kind of the message in the outbox.</summary>
    public const string MessageKind = "password-reset";

    /// <summary>
    /// Adds the e-mail to the work at hand; save it with the work. Ask <see cref="MayReset"/> first: this one does not.
    /// </summary>
    public void Send(PortalUser user)
    {
        var link = address.For($"/account/reset-password?token={Uri.EscapeDataString(tokens.Make(user))}");
        outbox.Add(MessageKind, user.Email!, user.DisplayName, new MailContent("Choose a new password for Inspection Portal")
            .Paragraph($"Dear {user.DisplayName},")
            .Paragraph("Someone asked for a new password for your account. If it was you, use this link within 1 hour. It works once.")
            .Action("Choose a new password", link)
            .Paragraph("If it was not you, you do not need to do anything. Your password has not changed, and no one else can see this link."));
    }

    /// <summary>True where the account can get a link: its mailbox is confirmed, it has a password and it is not disabled.</summary>
    public static bool MayReset(PortalUser user) => user is { EmailConfirmed: true, IsDisabled: false, PasswordHash: not null };

    /// <summary>Tells a person by e-mail that their password was changed, so that they notice if it was not them.</summary>
    public void TellChanged(PortalUser user) => outbox.Add(
        "password-changed", user.Email!, user.DisplayName, new MailContent("Your password for Inspection Portal was changed")
            .Paragraph($"Dear {user.DisplayName},")
            .Paragraph("The password of your account was changed. You are signed out everywhere you used the old password.")
            .Paragraph("If it was not you, choose a new password straight away and contact the people who run the portal.")
            .Action("Choose a new password", address.For("/account/forgotten-password")));
}
