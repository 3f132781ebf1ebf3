namespace InspectionPortal.Web.Mail;

/// <summary>One paragraph, link or line of a list.</summary>
internal sealed record MailPart(MailPartKind Kind, string Text, string? Address);

/// <summary>What a part of a message is.</summary>
internal enum MailPartKind
{
    Paragraph,
    Action,
    Item,
}
