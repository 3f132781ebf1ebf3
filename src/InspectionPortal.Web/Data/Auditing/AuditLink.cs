using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Web.Data.Auditing;

/// <summary>
/// Seals one entry of the audit or the access log: its id is the entry's. Written by the database when the entry's transaction
/// ends; append-only. <see cref="AuditSeal"/> works the hash out again.
/// </summary>
public sealed class AuditLink : TenantEntity
{
    /// <summary>From 1, without a gap, in each partnership.</summary>
    public long Number { get; private set; }

    /// <summary>The log that the entry is in.</summary>
    public AuditLogKind Log { get; private set; }

    /// <summary>Lower-case hexadecimal SHA-256 of the hash before it and the entry's content.</summary>
    [MaxLength(64)]
    public string Hash { get; private set; } = string.Empty;
}
