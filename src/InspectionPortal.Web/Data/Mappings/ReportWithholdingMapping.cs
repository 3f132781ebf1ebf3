using InspectionPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Data.Mappings;

internal sealed class ReportWithholdingMapping : IEntityTypeConfiguration<ReportWithholding>
{
    public void Configure(EntityTypeBuilder<ReportWithholding> builder)
    {
        builder.BelongsTo(w => w.Report, nameof(ReportWithholding.ReportId));
        builder.HasIndex(w => new { w.TenantId, w.ReportId }).IsUnique().HasFilter("released_at IS NULL");
    }
}
