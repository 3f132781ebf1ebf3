using InspectionPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Data.Mappings;

internal sealed class AutosavedUpdateMapping : IEntityTypeConfiguration<AutosavedUpdate>
{
    public void Configure(EntityTypeBuilder<AutosavedUpdate> builder)
    {
        builder.BelongsTo(a => a.Period, nameof(AutosavedUpdate.PeriodId), onDelete: DeleteBehavior.Cascade);
        builder.BelongsTo(a => a.Project, nameof(AutosavedUpdate.ProjectId), onDelete: DeleteBehavior.Cascade);
        builder.HasOne(a => a.User).WithMany().HasForeignKey(a => a.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.TenantId, a.PeriodId, a.ProjectId, a.UserId }).IsUnique();
    }
}
