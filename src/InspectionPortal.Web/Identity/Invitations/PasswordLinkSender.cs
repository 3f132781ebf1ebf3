using InspectionPortal.Domain.People;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Mail;

namespace InspectionPortal.Web.Identity.Invitations;

/// <summary>Sends a person with a confirmed account the link by which they choose a new password, at somebody else’s request.</summary>
public sealed class PasswordLinkSender(PasswordResetSender sender, SecurityLog log, MailAvailability mail)
{
    /// <summary>Adds the e-mail to the work at hand. Save with the work.</summary>
    /// <returns>Why it cannot be sent, or null.</returns>
    public Failure? Send(PortalUser user)
    {
        if (!mail.CanSend)
        {
            return Failure.Field(string.Empty, "This portal cannot send e-mail, so no link was sent.");
        }

        if (!PasswordResetSender.MayReset(user))
        {
            return Failure.Field(string.Empty, "You cannot reset the password of this account. Ask the platform administrator.");
        }

        sender.Send(user);
        log.Add(SecurityEventKind.PasswordResetAsked, user.Id);
        return null;
    }
}
