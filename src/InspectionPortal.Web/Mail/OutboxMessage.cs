using System.ComponentModel.DataAnnotations;

namespace InspectionPortal.Web.Mail;

/// <summary>
/// An e-mail, written in the same transaction as the work it tells of and sent afterwards by a job. A row of the platform:
/// it says whom a partnership writes to, so only the mail job and the platform administrator's page read it.
/// </summary>
public sealed class OutboxMessage
{
    public const int AddressMaxLength = 254;
    public const int SubjectMaxLength = 200;
    public const int FailureMaxLength = 500;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>What it is for, such as <c>invitation</c>; one word for the list of messages.</summary>
    [MaxLength(40)]
    public required string Kind { get; set; }

    /// <summary>The partnership it comes from, null for the platform.</summary>
    public int? PartnershipId { get; set; }

    [MaxLength(AddressMaxLength)]
    public required string ToAddress { get; set; }

    [MaxLength(MailText.NameMaxLength)]
    public required string ToName { get; set; }

    [MaxLength(SubjectMaxLength)]
    public required string Subject { get; set; }

    /// <summary>The plain text; emptied once the message is sent, since links in it let people in.</summary>
    public required string Text { get; set; }

    /// <summary>The HTML; emptied once the message is sent.</summary>
    public required string Html { get; set; }

    /// <summary>Where a person stops such messages, for the header of RFC 8058; null where they cannot be stopped.</summary>
    [MaxLength(1000)]
    public string? UnsubscribeAddress { get; set; }

    /// <summary>The Message-ID header, fixed when the row is written, so that a message sent twice is recognised as one.</summary>
    [MaxLength(120)]
    public required string MessageId { get; set; }

    public OutboxState State { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Not before this moment. While the message is claimed: when the claim runs out.</summary>
    public DateTimeOffset NextAttemptAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>The attempt that holds the message; null where none does.</summary>
    public Guid? ClaimId { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Why the last attempt failed, in the mail server's words, cut short.</summary>
    [MaxLength(FailureMaxLength)]
    public string? LastFailure { get; set; }
}
