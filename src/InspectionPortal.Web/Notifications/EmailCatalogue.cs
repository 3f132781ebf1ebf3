using System.Collections.Frozen;
using InspectionPortal.Domain.People;

namespace InspectionPortal.Web.Notifications;

/// <summary>
/// Every e-mail of the portal: the page that lists them shows this, and notifications take their words from here. A test holds it against
/// the kinds of notification and the kinds in the outbox.
/// </summary>
public static class EmailCatalogue
{
    /// <summary>The kind that e-mails with notifications have in the outbox.</summary>
    public const string NotificationMail = "notification";

    private const string AtOnce = "At once. It cannot be stopped";
    private const string ChiefsAndLeads = "Chief officers and partnership leads";
    private const string Leads = "Partnership leads";
    private const string Writer = "The person who submitted it";

    /// <summary>All of them, in the order of the page.</summary>
    public static IReadOnlyList<PortalEmail> All { get; } =
    [
        Notify(NotificationKind.UpdateSentBack, "An update was sent back", Writer, "an update was sent back to you", "Change the update"),
        Notify(
            NotificationKind.RatingChanged, "An update was accepted with another rating", Writer, "a rating was changed", "See the update"),
        Notify(NotificationKind.UpdateSubmitted, "An update was submitted", Leads, "an update was submitted", "Review the update"),
        Notify(
            NotificationKind.EvidenceWanted, "Work is done and evidence is wanted",
            "Everyone assigned to lead it who can add evidence, once for each item", "evidence is wanted", "Add evidence"),
        Notify(
            NotificationKind.Comment, "A comment on an update", "The person who submitted it, and those who commented", "a new comment",
            "Read the comment"),
        Notify(
            NotificationKind.Mention, "You were mentioned in a comment", "The person who was mentioned", "you were mentioned",
            "Read the comment"),
        Notify(
            NotificationKind.ApprovalWanted, "A report waits for approval", "Chief officers and their delegates",
            "a report waits for your approval", "Read and decide"),
        Notify(
            NotificationKind.StatementWaits, "A position statement waits for approval", "Chief officers who can approve it",
            "a position statement waits for your approval", "Read and decide"),
        Notify(NotificationKind.ReportReturned, "A report was returned", Leads, "a report was returned", "Read why"),
        Notify(
            NotificationKind.AccessGranted, "A scrutiny body was given access", Leads, "a scrutiny body was given access",
            "See who has access"),
        Notify(
            NotificationKind.AccessExpiring, "Access of a scrutiny body ends in 14 days", Leads, "access of a scrutiny body ends soon",
            "See who has access"),
        Notify(
            NotificationKind.RequestFromScrutiny, "A link officer asks about a recommendation", Leads, "a scrutiny body asks something",
            "Read and answer"),
        new("Your request was answered", "The link officer who asked", AtOnce) { MailKind = "request" },
        new(
            "Reminder to write updates", "Everyone with updates to write",
            "When a period opens, 7 days and 1 day before updates are due, on that day and 3 days after, or as the reporting calendar "
            + "says; and when a partnership lead asks. It cannot be stopped")
        {
            MailKind = "update-reminder",
        },
        new(
            "Updates are still missing", Leads,
            "3 days after updates were due, once, unless the reporting calendar leaves it out. It cannot be stopped")
        {
            MailKind = "update-reminder",
        },
        new(
            "A chief officer approved a report, did not agree with it, or was added or removed, or the rules for approving reports changed",
            $"{ChiefsAndLeads}, and a delegate who decided", AtOnce)
        {
            MailKind = "approvers",
        },
        new("A chief officer named a delegate or ended it", $"{ChiefsAndLeads}, and the delegate", AtOnce) { MailKind = "approvers" },
        new(
            "A report was published, corrected, withheld or shown again", "Members and link officers who can read it", AtOnce)
        {
            MailKind = "report",
        },
        new("A partnership gave your scrutiny body access", "Link officers of the body", AtOnce) { MailKind = "access" },
        new(
            "Access of your scrutiny body ends", "Link officers of the body",
            "14 days before it ends, or halfway through shorter access, once. It cannot be stopped")
        {
            MailKind = "access",
        },
        new(
            "What moved in your partnerships", "Link officers",
            "On Monday, or on the first of the month, as you choose above; only where something moved")
        {
            MailKind = "digest",
        },
        new("Invitation", "The person who is invited", AtOnce) { MailKind = "invitation" },
        new("Link to choose a new password", "The person it is about", AtOnce) { MailKind = "password-reset" },
        new("Password changed", "The person it is about", AtOnce) { MailKind = "password-changed" },
        new("Change to two-step sign-in", "The person it is about", AtOnce) { MailKind = "second-factor" },
    ];

    private static readonly FrozenDictionary<NotificationKind, PortalEmail> ByKind =
        All.Where(e => e.Kind is not null).ToFrozenDictionary(e => e.Kind.GetValueOrDefault());

    /// <summary>What is said about a kind of notification.</summary>
    public static PortalEmail Of(NotificationKind kind) => ByKind[kind];

    private static PortalEmail Notify(NotificationKind kind, string title, string readers, string subject, string action) =>
        new(title, readers, Notification.IsUrgent(kind) ? "As you choose above" : "Once a day, or never")
        {
            Kind = kind,
            Subject = subject,
            Action = action,
            MailKind = NotificationMail,
        };
}
