using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Web.Data.Auditing;

/// <summary>
/// How long a partnership's chain is and how it ends, so that cutting off its end is noticed. One row, kept by the database.
/// </summary>
public sealed class AuditHead : TenantEntity
{
    /// <summary>Number of the last link.</summary>
    public long Number { get; private set; }

    /// <summary>Hash of the last link.</summary>
    [MaxLength(64)]
    public string Hash { get; private set; } = string.Empty;
}
