using InspectionPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Data.Mappings;

internal sealed class UpdateReminderMapping : IEntityTypeConfiguration<UpdateReminder>
{
    public void Configure(EntityTypeBuilder<UpdateReminder> builder)
    {
        builder.BelongsTo(r => r.Period, nameof(UpdateReminder.PeriodId));
        builder.HasOne(r => r.User).WithMany().HasForeignKey(r => r.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.TenantId, r.PeriodId, r.UserId, r.Reason, r.Day }).IsUnique();
    }
}
