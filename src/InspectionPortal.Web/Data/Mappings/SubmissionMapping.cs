using InspectionPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Data.Mappings;

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
        builder.HasIndex(a => new { a.TenantId, a.SubmissionId, a.ForUserId }).IsUnique();
        builder.ToTable(t => t.HasCheckConstraint("ck_approvals_delegate", "(for_user_id is null) = (delegate_until is null)"));
    }

    public void Configure(EntityTypeBuilder<PublishedReport> builder)
    {
        builder.BelongsTo(r => r.Period, nameof(PublishedReport.PeriodId));
        builder.BelongsTo(r => r.Submission, nameof(PublishedReport.SubmissionId));
        builder.HasIndex(r => new { r.TenantId, r.PeriodId, r.Number }).IsUnique();
        builder.Property(r => r.Facts).HasColumnType("jsonb").ValueGeneratedOnAddOrUpdate();
        builder.Property(r => r.Evidenced).ValueGeneratedOnAddOrUpdate();
        builder.Property(r => r.ListedEvidence).HasColumnType("jsonb").ValueGeneratedOnAddOrUpdate();
    }
}
