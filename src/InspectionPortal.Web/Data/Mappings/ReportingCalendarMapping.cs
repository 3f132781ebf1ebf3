using InspectionPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Data.Mappings;

internal sealed class ReportingCalendarMapping : IEntityTypeConfiguration<ReportingCalendar>
{
    public void Configure(EntityTypeBuilder<ReportingCalendar> builder)
    {
        builder.BelongsTo(c => c.Plan, nameof(ReportingCalendar.PlanId));
        builder.HasIndex(c => new { c.TenantId, c.PlanId }).IsUnique();
        builder.PrimitiveCollection(c => c.Reminders).ElementType(e => e.HasConversion<string>());
    }
}
