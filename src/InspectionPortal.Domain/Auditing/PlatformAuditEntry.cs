using System.ComponentModel.DataAnnotations;

namespace InspectionPortal.Domain.Auditing;

/// <summary>Who changed what on the platform: partnerships, scrutiny bodies, accounts. Append-only.</summary>
public sealed class PlatformAuditEntry
{
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public DateTimeOffset At { get; set; }
    public Guid? UserId { get; set; }
    public AuditAction Action { get; set; }

    [MaxLength(80)]
    public required string EntityType { get; set; }

    [MaxLength(80)]
    public required string EntityId { get; set; }

    [MaxLength(100)]
    public required string Command { get; set; }

    public required string Changes { get; set; }
}
