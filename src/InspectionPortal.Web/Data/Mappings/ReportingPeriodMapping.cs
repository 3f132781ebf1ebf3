using InspectionPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Data.Mappings;

internal sealed class ReportingPeriodMapping : IEntityTypeConfiguration<ReportingPeriod>
{
    public void Configure(EntityTypeBuilder<ReportingPeriod> builder)
    {
        builder.BelongsTo(p => p.Plan, nameof(ReportingPeriod.PlanId));

        // Whatever runs at the same time, the calendar opens a period once. People may open several for the same days.
        builder.HasIndex(p => new { p.TenantId, p.PlanId, p.From, p.To }).IsUnique().HasFilter("is_from_calendar");

        // A plan is agreed once and closed once.
        builder.HasIndex(p => new { p.TenantId, p.PlanId, p.Kind }).IsUnique().HasFilter("kind <> 'Quarter'");
    }
}
