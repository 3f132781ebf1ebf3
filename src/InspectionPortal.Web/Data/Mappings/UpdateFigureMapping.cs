using InspectionPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Data.Mappings;

internal sealed class UpdateFigureMapping : IEntityTypeConfiguration<UpdateFigure>
{
    public void Configure(EntityTypeBuilder<UpdateFigure> builder)
    {
        builder.BelongsTo(f => f.Update, nameof(UpdateFigure.UpdateId), u => u.Figures);
        builder.BelongsTo(f => f.Measure, nameof(UpdateFigure.MeasureId));
        builder.HasIndex(f => new { f.TenantId, f.UpdateId, f.MeasureId, f.Date }).IsUnique();
    }
}
