using System.Text;
using System.Text.Encodings.Web;
using InspectionPortal.Web.Infrastructure;
using Microsoft.Extensions.Options;

namespace InspectionPortal.Web.Mail;

/// <summary>
/// Renders a message as text and as HTML, with the installation's name and who helps at the foot. The HTML follows the
/// reader's light or dark setting and loads nothing.
/// </summary>
public sealed class MailLayout(IOptions<MailOptions> mail, IOptions<PortalOptions> portal, PublicAddress address)
{
    private const int LongestHost = 80;

    private const string Style =
        ":root{color-scheme:light dark;supported-color-schemes:light dark}"
        + "body{margin:0;padding:24px 16px;background:#ffffff;color:#0b0c0c;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5}"
        + ".page{max-width:580px;margin:0 auto}p,ul{margin:0 0 16px}a{color:#1a65a6}"
        + ".name{font-weight:bold;border-bottom:4px solid #1d70b8;padding-bottom:8px}"
        + ".button{display:inline-block;background:#00703c;color:#ffffff;padding:10px 16px;font-weight:bold;text-decoration:none}"
        + ".small{font-size:14px;word-break:break-word}.foot{border-top:1px solid #b1b4b6;padding-top:16px;font-size:14px}"
        + "@media (prefers-color-scheme:dark){body{background:#17181a;color:#f3f2f1}a{color:#8ebae5}.button{background:#00703c;color:#ffffff}}";

    /// <summary>A new Message-ID, at this installation's own host.</summary>
    public string NewMessageId()
    {
        var host = new Uri(address.Root).IdnHost;
        return $"{Guid.CreateVersion7():N}@{(host.Length is > 0 and <= LongestHost && !host.Contains(':', StringComparison.Ordinal) ? host : "inspection-portal.invalid")}";
    }

    /// <summary>The plain text.</summary>
    public string ToText(MailContent content)
    {
        var text = new StringBuilder();
        MailPartKind? before = null;
        foreach (var part in content.Parts)
        {
            text.Append(before == MailPartKind.Item && part.Kind != MailPartKind.Item ? "\n" : string.Empty)
                .Append(part.Kind switch
                {
                    MailPartKind.Action => $"{part.Text}:\n{part.Address}\n\n",
                    MailPartKind.Item => $"- {part.Text}\n",
                    _ => $"{part.Text}\n\n",
                });
            before = part.Kind;
        }

        return $"{text.ToString().TrimEnd()}\n\n-- \n{string.Join('\n', Foot())}\n";
    }

    /// <summary>The HTML page.</summary>
    public string ToHtml(MailContent content)
    {
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Append("<meta name=\"color-scheme\" content=\"light dark\"><meta name=\"supported-color-schemes\" content=\"light dark\">")
            .Append($"<title>{Encode(content.Subject)}</title><style>{Style}</style></head>\n<body><div class=\"page\">\n")
            .Append($"<p class=\"name\">{Encode(Name)}</p>\n");
        MailPartKind? before = null;
        foreach (var part in content.Parts)
        {
            html.Append(Between(before, part.Kind)).Append(ToHtml(part));
            before = part.Kind;
        }

        html.Append(Between(before, MailPartKind.Paragraph))
            .Append($"<p class=\"foot\">{string.Join("<br>", Foot().Select(Encode))}</p>\n</div></body></html>\n");
        return html.ToString();
    }

    private string Name => MailText.OneLine(mail.Value.FromName, MailText.NameMaxLength);

    private static string Between(MailPartKind? before, MailPartKind next) => (before, next) switch
    {
        (MailPartKind.Item, not MailPartKind.Item) => "</ul>\n",
        (not MailPartKind.Item, MailPartKind.Item) => "<ul>\n",
        _ => string.Empty,
    };

    private static string ToHtml(MailPart part) => part.Kind switch
    {
        MailPartKind.Action =>
            $"<p><a class=\"button\" href=\"{Encode(part.Address!)}\">{Encode(part.Text)}</a></p>\n"
            + $"<p class=\"small\">If the button does not work, copy this address into your browser:<br>{Encode(part.Address!)}</p>\n",
        MailPartKind.Item => $"<li>{Encode(part.Text)}</li>\n",
        _ => $"<p>{Encode(part.Text)}</p>\n",
    };

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    private IEnumerable<string> Foot()
    {
        yield return $"{Name}, {address.Root}";
        var help = portal.Value;
        var contact = string.Join(", ", new[] { help.SupportName, help.SupportEmail, help.SupportPhone }.Where(c => !string.IsNullOrWhiteSpace(c)));
        if (contact.Length > 0)
        {
            yield return $"For help, contact {MailText.OneLine(contact)}.";
        }

        if (mail.Value.ReplyTo is null)
        {
            yield return "Do not reply to this e-mail: no one reads the replies.";
        }
    }
}
