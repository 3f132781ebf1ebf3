using InspectionPortal.Web.Mail;

namespace InspectionPortal.Web.Features.Email;

/// <summary>One e-mail without what it says.</summary>
public sealed record MailRow(Guid Id, string Kind, string ToAddress, OutboxState State, DateTimeOffset CreatedAt, int Attempts)
{
    /// <summary>Why it has not gone out, in the mail server's words; null where it was not tried yet.</summary>
    public string? Reason { get; init; }

    /// <summary>When it is tried again.</summary>
    public DateTimeOffset NextAttemptAt { get; init; }

    /// <summary>False where its text is gone, so that it cannot be sent any more.</summary>
    public bool CanBeSent { get; init; }
}
