using InspectionPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Data.Mappings;

internal sealed class ReportDraftMapping :
    IEntityTypeConfiguration<ReportDraft>, IEntityTypeConfiguration<DecisionRecord>, IEntityTypeConfiguration<ReturnComment>,
    IEntityTypeConfiguration<SigningAgency>, IEntityTypeConfiguration<Signatory>
{
    public void Configure(EntityTypeBuilder<ReportDraft> builder)
    {
        builder.BelongsTo(d => d.Period, nameof(ReportDraft.PeriodId));
        builder.HasIndex(d => new { d.TenantId, d.PeriodId }).IsUnique();
        builder.Property(d => d.Choices)
            .HasConversion<JsonColumnConverter<ReportChoices>, JsonColumnComparer<ReportChoices>>().HasColumnType("jsonb");
    }

    public void Configure(EntityTypeBuilder<DecisionRecord> builder)
    {
        builder.BelongsTo(r => r.Approval, nameof(DecisionRecord.ApprovalId), a => a.Records);
        builder.HasIndex(r => new { r.TenantId, r.ApprovalId, r.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ReturnComment> builder)
    {
        builder.BelongsTo(c => c.Approval, nameof(ReturnComment.ApprovalId), a => a.ItemComments);
        builder.BelongsTo(c => c.Project, nameof(ReturnComment.ProjectId));
    }

    public void Configure(EntityTypeBuilder<SigningAgency> builder)
    {
        builder.BelongsTo(a => a.Agency, nameof(SigningAgency.AgencyId));
        builder.HasIndex(a => new { a.TenantId, a.AgencyId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Signatory> builder)
    {
        builder.BelongsTo(s => s.Agency, nameof(Signatory.AgencyId));
        builder.HasOne(s => s.User).WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.TenantId, s.UserId }).IsUnique();
    }
}
