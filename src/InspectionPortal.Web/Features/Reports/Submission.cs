using System.ComponentModel.DataAnnotations;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Updates;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>The snapshot taken when a quarter is submitted. The database lets nobody change its bytes.</summary>
public sealed class Submission : TenantEntity
{
    public const int HashLength = 64;

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
    public Guid SubmittedByUserId { get; set; }
    public DateTimeOffset SubmittedAt { get; set; }
    public List<Approval> Approvals { get; } = [];
}

public enum SubmissionState
{
    WithChiefOfficers,
    Returned,
    Published,
}

/// <summary>One chief officer's decision on one snapshot, by its hash. Written once.</summary>
public sealed class Approval : TenantEntity
{
    public const int CommentMaxLength = 4000;

    public Guid SubmissionId { get; set; }
    public Submission? Submission { get; set; }
    public Guid UserId { get; set; }

    /// <summary>In which post they signed.</summary>
    [MaxLength(200)]
    public required string Capacity { get; set; }

    [MaxLength(Submission.HashLength)]
    public required string Sha256 { get; set; }

    public ApprovalDecision Decision { get; set; }

    [MaxLength(CommentMaxLength)]
    public string? Comment { get; set; }

    public DateTimeOffset At { get; set; }
}

public enum ApprovalDecision
{
    Approve,
    Return,
}

/// <summary>The approved submission: those same bytes, for ever.</summary>
public sealed class PublishedReport : TenantEntity
{
    public Guid PeriodId { get; set; }
    public ReportingPeriod? Period { get; set; }
    public Guid SubmissionId { get; set; }
    public Submission? Submission { get; set; }
    public Guid PlanId { get; set; }

    [MaxLength(ReportingPeriod.TitleMaxLength)]
    public required string Title { get; set; }

    public required byte[] Snapshot { get; set; }

    [MaxLength(Submission.HashLength)]
    public required string Sha256 { get; set; }

    public required byte[] ScrutinyEdition { get; set; }
    public DateTimeOffset PublishedAt { get; set; }
}

internal sealed class SubmissionMapping :
    IEntityTypeConfiguration<Submission>, IEntityTypeConfiguration<Approval>, IEntityTypeConfiguration<PublishedReport>
{
    public void Configure(EntityTypeBuilder<Submission> builder)
    {
        builder.BelongsTo(s => s.Period, nameof(Submission.PeriodId));
        builder.HasIndex(s => new { s.TenantId, s.PeriodId, s.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Approval> builder)
    {
        builder.BelongsTo(a => a.Submission, nameof(Approval.SubmissionId), s => s.Approvals);
        builder.HasIndex(a => new { a.TenantId, a.SubmissionId, a.UserId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PublishedReport> builder)
    {
        builder.BelongsTo(r => r.Period, nameof(PublishedReport.PeriodId));
        builder.BelongsTo(r => r.Submission, nameof(PublishedReport.SubmissionId));
        builder.HasIndex(r => new { r.TenantId, r.PeriodId }).IsUnique();
    }
}
