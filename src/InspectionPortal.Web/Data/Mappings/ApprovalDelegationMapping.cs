using InspectionPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Data.Mappings;

internal sealed class ApprovalDelegationMapping : IEntityTypeConfiguration<ApprovalDelegation>
{
    public void Configure(EntityTypeBuilder<ApprovalDelegation> builder)
    {
        builder.HasOne(d => d.Officer).WithMany().HasForeignKey(d => d.OfficerUserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(d => d.Delegate).WithMany().HasForeignKey(d => d.DelegateUserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => new { d.TenantId, d.OfficerUserId });
        builder.HasIndex(d => new { d.TenantId, d.DelegateUserId });
        builder.HasIndex(d => d.DelegateUserId).HasMethod("hash");
        builder.ToTable(t =>
        {
            t.HasCheckConstraint("ck_approval_delegations_people", "officer_user_id <> delegate_user_id");
            t.HasCheckConstraint("ck_approval_delegations_days", "\"from\" <= until");
        });
    }
}
