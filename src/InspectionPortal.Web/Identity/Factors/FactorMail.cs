using InspectionPortal.Domain.People;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Mail;

namespace InspectionPortal.Web.Identity.Factors;

/// <summary>Tells people by e-mail that how they sign in has changed, so that a change that was not theirs does not go unseen.</summary>
public sealed class FactorMail(Outbox outbox, PublicAddress address)
{
    private const string Kind = "second-factor";

    /// <summary>A way to sign in was added or removed by the person.</summary>
    /// <param name="user">Whose account it is.</param>
    /// <param name="what">What changed, as a sentence.</param>
    public void Add(PortalUser user, string what) => outbox.Add(
        Kind, user.Email!, user.DisplayName, new MailContent("How you sign in has changed")
        .Paragraph(what)
        .Paragraph("If this was you, you do not need to do anything.")
        .Paragraph("If it was not you, change your password straight away and contact the people who run the portal.")
        .Action("Check how you sign in", address.For(SecondFactorMiddleware.SetUpPath)));

    /// <summary>Somebody else reset how the person signs in.</summary>
    public void AddReset(PortalUser user) => outbox.Add(
        Kind, user.Email!, user.DisplayName, new MailContent("Your two-step sign-in was reset")
        .Paragraph("An administrator removed your authenticator app, passkeys and recovery codes. You are signed out everywhere.")
        .Paragraph("Sign in with your password, then set up two-step sign-in again.")
        .Paragraph("If you did not ask for this, contact the people who run the portal.")
        .Action("Sign in", address.For("/account/sign-in")));
}
