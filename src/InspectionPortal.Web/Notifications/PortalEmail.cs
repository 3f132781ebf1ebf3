using InspectionPortal.Domain.People;

namespace InspectionPortal.Web.Notifications;

/// <summary>One kind of e-mail that the portal sends.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Readers">Who gets it.</param>
/// <param name="When">When they get it.</param>
public sealed record PortalEmail(string Title, string Readers, string When)
{
    /// <summary>The notification that it is; null for an e-mail that does not wait for others.</summary>
    public NotificationKind? Kind { get; init; }

    /// <summary>Subject of an e-mail with this notification alone, after the partnership’s name.</summary>
    public string Subject { get; init; } = string.Empty;

    /// <summary>What the link says.</summary>
    public string Action { get; init; } = string.Empty;

    /// <summary>The kind that its rows have in the outbox; several e-mails can have one.</summary>
    public required string MailKind { get; init; }
}
