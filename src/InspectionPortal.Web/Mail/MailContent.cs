namespace InspectionPortal.Web.Mail;

/// <summary>
/// The words of one e-mail, written once; <see cref="MailLayout"/> makes text and HTML of them. Nothing confidential goes in:
/// say that there is something to read and link to it.
/// </summary>
public sealed class MailContent(string subject)
{
    private readonly List<MailPart> _parts = [];

    /// <summary>The subject line; line breaks are taken out.</summary>
    public string Subject { get; } = MailText.OneLine(subject, OutboxMessage.SubjectMaxLength);

    /// <summary>What the message says, in order.</summary>
    internal IReadOnlyList<MailPart> Parts => _parts;

    /// <summary>Adds a paragraph.</summary>
    public MailContent Paragraph(string text) => Add(new MailPart(MailPartKind.Paragraph, MailText.OneLine(text), null));

    /// <summary>Adds a line of a list.</summary>
    public MailContent Item(string text) => Add(new MailPart(MailPartKind.Item, MailText.OneLine(text), null));

    /// <summary>Adds a link on a line of its own.</summary>
    /// <param name="label">What it does, such as "Accept the invitation".</param>
    /// <param name="address">The whole address; see <see cref="Infrastructure.PublicAddress"/>.</param>
    public MailContent Action(string label, string address) => Add(new MailPart(MailPartKind.Action, MailText.OneLine(label), address));

    private MailContent Add(MailPart part)
    {
        _parts.Add(part);
        return this;
    }
}
