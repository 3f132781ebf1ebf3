using InspectionPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Data.Mappings;

internal sealed class ProgressUpdateMapping : IEntityTypeConfiguration<ProgressUpdate>, IEntityTypeConfiguration<UpdateEntry>
{
    public void Configure(EntityTypeBuilder<ProgressUpdate> builder)
    {
        builder.BelongsTo(u => u.Period, nameof(ProgressUpdate.PeriodId));
        builder.BelongsTo(u => u.Project, nameof(ProgressUpdate.ProjectId), p => p.Updates);
        builder.HasIndex(u => new { u.TenantId, u.PeriodId, u.ProjectId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<UpdateEntry> builder)
    {
        builder.BelongsTo(e => e.Project, nameof(UpdateEntry.ProjectId), p => p.Entries);
        builder.BelongsTo(e => e.Update, nameof(UpdateEntry.UpdateId), u => u.Entries);
        builder.BelongsTo(e => e.Agency, nameof(UpdateEntry.AgencyId));
        builder.BelongsTo(e => e.Measure, nameof(UpdateEntry.MeasureId));
    }
}
