using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.Reporting;

/// <summary>The approved submission: those same bytes, for ever. A correction is a further report of the same period.</summary>
public sealed class PublishedReport : TenantEntity
{
    public Guid PeriodId { get; set; }
    public ReportingPeriod? Period { get; set; }
    public Guid SubmissionId { get; set; }
    public Submission? Submission { get; set; }
    public Guid PlanId { get; set; }

    /// <summary>1 for the report as first approved, 2 for its first correction, and so on.</summary>
    public int Number { get; set; } = 1;

    /// <summary>Why it corrects the version before; null for the first.</summary>
    [MaxLength(Submission.CorrectionReasonMaxLength)]
    public string? CorrectionReason { get; set; }

    [MaxLength(ReportingPeriod.TitleMaxLength)]
    public required string Title { get; set; }

    public required byte[] Snapshot { get; set; }

    [MaxLength(Submission.HashLength)]
    public required string Sha256 { get; set; }

    public required byte[] ScrutinyEdition { get; set; }
    public DateTimeOffset PublishedAt { get; set; }

    /// <summary>
    /// JSON array of the evidence versions that the scrutiny edition lists; worked out by the database, whose rules need it.
    /// </summary>
    public string ListedEvidence { get; private set; } = "[]";

    /// <summary>
    /// What a link officer's overview counts by, as JSON of <see cref="Editions.ReportFacts"/>; worked out by the database from the
    /// scrutiny edition.
    /// </summary>
    public string Facts { get; private set; } = "{}";

    /// <summary>Projects and recommendations that released evidence in the report proves; worked out by the database.</summary>
    public Guid[] Evidenced { get; private set; } = [];

    /// <summary>True where one of those who approved it was a partnership lead too.</summary>
    public bool IsApprovedByLead { get; set; }
}
