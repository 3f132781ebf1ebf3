using MimeKit;
using MimeKit.Text;
using Microsoft.Extensions.Options;

namespace InspectionPortal.Web.Mail;

/// <summary>Makes the message that goes out. The same row gives the same message, Message-ID and date each time it is sent.</summary>
public sealed class MimeMessageFactory(IOptions<MailOptions> options)
{
    private const string DevelopmentSender = "portal@portal.example";

    /// <summary>The message, or null where the row's address is not one e-mail address.</summary>
    public MimeMessage? TryMake(OutboxMessage row)
    {
        var mail = options.Value;
        if (MailAddress.TryRead(row.ToAddress, row.ToName) is not { } to || MailAddress.TryRead(mail.From ?? DevelopmentSender, mail.FromName) is not { } from)
        {
            return null;
        }

        var message = new MimeMessage
        {
            Subject = MailText.OneLine(row.Subject, OutboxMessage.SubjectMaxLength),
            Date = row.CreatedAt,
            MessageId = row.MessageId,
            Body = new MultipartAlternative(new TextPart(TextFormat.Plain) { Text = row.Text }, new TextPart(TextFormat.Html) { Text = row.Html }),
        };
        message.From.Add(from);
        message.To.Add(to);
        if (mail.ReplyTo is not null && MailAddress.TryRead(mail.ReplyTo) is { } reply)
        {
            message.ReplyTo.Add(reply);
        }

        // So that an absence notice does not answer the portal (RFC 3834 and Exchange's own header).
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        if (row.UnsubscribeAddress is { } stop)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{stop}>");
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }

        return message;
    }
}
