using InspectionPortal.Web.Data;
using InspectionPortal.Web.Jobs;
using InspectionPortal.Web.Tenancy;

namespace InspectionPortal.Web.Mail;

/// <summary>
/// Where every e-mail starts. The message becomes a row of the work's own transaction: it is sent if the work is committed
/// and never otherwise.
/// </summary>
public sealed class Outbox(PortalDbContext database, TenantScope scope, TimeProvider time, MailLayout layout, JobQueue jobs)
{
    /// <summary>Adds a message. It is saved with the work's next <c>SaveChangesAsync</c>.</summary>
    /// <param name="kind">What it is for, such as <c>invitation</c>.</param>
    /// <param name="to">The address it goes to.</param>
    /// <param name="name">What the person is called; what does not fit a header is taken out.</param>
    /// <param name="content">Subject and words.</param>
    public OutboxMessage Add(string kind, string to, string name, MailContent content)
    {
        var now = time.GetUtcNow();
        var message = new OutboxMessage
        {
            Kind = kind,
            PartnershipId = scope.TenantId,
            ToAddress = to,
            ToName = MailText.OneLine(name, MailText.NameMaxLength),
            Subject = content.Subject,
            Text = layout.ToText(content),
            Html = layout.ToHtml(content),
            MessageId = layout.NewMessageId(),
            CreatedAt = now,
            NextAttemptAt = now,
        };
        database.Add(message);
        if (database.Database.CurrentTransaction is not null)
        {
            // Without a transaction of its own the row is saved by itself, and the job of each minute finds it.
            jobs.RunAfterCommit<SendMailJob>();
        }

        return message;
    }
}
