using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.Scrutiny;

/// <summary>What someone outside the partnership read, and when. Append-only.</summary>
public sealed class AccessEntry : TenantEntity
{
    public Guid UserId { get; set; }

    [MaxLength(ScrutinyBody.NameMaxLength)]
    public required string BodyName { get; set; }

    /// <summary>The query that ran.</summary>
    [MaxLength(100)]
    public required string Query { get; set; }

    /// <summary>What was read, in words, such as "Evidence: Audit of 52 records".</summary>
    [MaxLength(400)]
    public required string What { get; set; }

    [MaxLength(400)]
    public required string Path { get; set; }

    public DateTimeOffset At { get; set; }
}
