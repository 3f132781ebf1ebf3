using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Mail;
using InspectionPortal.Web.Notifications;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>The words of a link officer's digest: how much moved where, and a link. Nothing of a plan goes in.</summary>
internal sealed class DigestWriter(Outbox outbox, PublicAddress address, UnsubscribeLinks links)
{
    /// <summary>Partnerships that are named; of more, their number is.</summary>
    public const int Named = 30;

    private const string MailKind = "digest";

    /// <summary>Adds the e-mail; the caller saves.</summary>
    public void Write(Guid officer, string email, string name, IReadOnlyList<PartnershipRow> rows)
    {
        var content = new MailContent($"What moved in {EnglishText.Count(rows.Count, "partnership")}")
            .Paragraph("Since your last digest:");
        foreach (var row in rows.OrderByDescending(r => r.Moved).Take(Named))
        {
            content.Item($"{row.Partnership.Name}{(row.PlanTitle is null ? "" : ", one of several plans")}: {row.MovedWords}");
        }

        if (rows.Count > Named)
        {
            content.Item($"And {rows.Count - Named} more.");
        }

        var unsubscribe = links.For(officer);
        content.Action("See what moved", address.For("/inspect"))
            .Paragraph("Each partnership sees that you got this e-mail. You can choose how often you get one, or stop it:")
            .Item(address.For("/account/notifications")).Item(unsubscribe);
        outbox.Add(MailKind, email, name, content).UnsubscribeAddress = unsubscribe;
    }
}
