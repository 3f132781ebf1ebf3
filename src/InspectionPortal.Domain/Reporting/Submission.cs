using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.Reporting;

/// <summary>The snapshot taken when a quarter is submitted. The database lets nobody change its bytes.</summary>
public sealed class Submission : TenantEntity
{
    public const int HashLength = 64;
    public const int CorrectionReasonMaxLength = 2000;

    public Guid PeriodId { get; set; }
    public ReportingPeriod? Period { get; set; }

    /// <summary>1 for the first time the quarter was submitted, 2 after one return, and so on.</summary>
    public int Number { get; set; }

    /// <summary>Canonical JSON in UTF-8: what the chief officers sign.</summary>
    public required byte[] Snapshot { get; set; }

    /// <summary>Lower-case hexadecimal SHA-256 of <see cref="Snapshot"/>.</summary>
    [MaxLength(HashLength)]
    public required string Sha256 { get; set; }

    /// <summary>Canonical JSON of what a scrutiny body may read of it; its hash is inside <see cref="Snapshot"/>.</summary>
    public required byte[] ScrutinyEdition { get; set; }

    public SubmissionState State { get; set; }
    /// <summary>Why it corrects a published report; null for the quarter itself.</summary>
    [MaxLength(CorrectionReasonMaxLength)]
    public string? CorrectionReason { get; set; }

    public Guid SubmittedByUserId { get; set; }
    public DateTimeOffset SubmittedAt { get; set; }
    public List<Approval> Approvals { get; } = [];
}
