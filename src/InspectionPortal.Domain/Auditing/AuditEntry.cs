using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.Auditing;

/// <summary>
/// Who changed what in a partnership, from what to what. Append-only: the app's database role can neither update nor delete it.
/// </summary>
public sealed class AuditEntry : TenantEntity
{
    public DateTimeOffset At { get; set; }

    /// <summary>Null where the portal itself acted, as when it seeds a demonstration.</summary>
    public Guid? UserId { get; set; }

    public AuditAction Action { get; set; }

    /// <summary>The kind of thing, such as "ImprovementProject".</summary>
    [MaxLength(80)]
    public required string EntityType { get; set; }

    public Guid EntityId { get; set; }

    /// <summary>The command that did it.</summary>
    [MaxLength(100)]
    public required string Command { get; set; }

    /// <summary>JSON object: for each changed field its value before and after.</summary>
    public required string Changes { get; set; }
}
