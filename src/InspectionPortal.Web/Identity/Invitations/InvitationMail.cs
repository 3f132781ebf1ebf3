using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Mail;

namespace InspectionPortal.Web.Identity.Invitations;

/// <summary>The e-mail that carries an invitation. It is the same whether the address has an account.</summary>
public static class InvitationMail
{
    /// <summary>Writes it.</summary>
    /// <param name="invitation">What the person is asked to be.</param>
    /// <param name="from">Who invites.</param>
    /// <param name="link">The whole address of the page.</param>
    public static MailContent Write(Invitation invitation, InvitationOrigin from, string link)
    {
        var content = invitation.Kind switch
        {
            InvitationKind.ChiefOfficer => new MailContent($"{from.Name}: please confirm that you are a chief officer")
                .Paragraph($"{from.Name} asks you to approve its quarterly reports in Inspection Portal. Confirm that you are a chief officer before you approve a report."),
            InvitationKind.LinkOfficer => new MailContent($"{from.Name}: you are invited to Inspection Portal")
                .Paragraph($"You are invited to read the plans that partnerships share with {from.Name} in Inspection Portal."),
            InvitationKind.Administrator => new MailContent("You are invited to run Inspection Portal")
                .Paragraph("You are invited to be an administrator of Inspection Portal."),
            _ => new MailContent($"{from.Name} invites you to Inspection Portal")
                .Paragraph($"{from.Name} invites you to Inspection Portal, which it uses for its improvement plan."),
        };
        return content
            .Paragraph($"Your role: {InvitationText.What(invitation)}.")
            .Action("View the invitation", link)
            .Paragraph($"The link works once, until {DateFormat.Moment(invitation.ExpiresAt, from.TimeZone)}. It is only for you: do not forward this e-mail.")
            .Paragraph("If you did not expect this, do not accept it. Nothing happens unless you accept. You can decline on the same page.");
    }
}
