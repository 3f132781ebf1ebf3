using InspectionPortal.Domain.Measures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Data.Mappings;

internal sealed class MeasureChartMapping :
    IEntityTypeConfiguration<MeasurePhase>, IEntityTypeConfiguration<MeasureAnnotation>, IEntityTypeConfiguration<PointCorrection>,
    IEntityTypeConfiguration<SignalAnswer>
{
    public void Configure(EntityTypeBuilder<MeasurePhase> builder)
    {
        builder.BelongsTo(p => p.Measure, nameof(MeasurePhase.MeasureId), m => m.Phases);
        builder.HasIndex(p => new { p.TenantId, p.MeasureId, p.StartsOn }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<MeasureAnnotation> builder)
    {
        builder.BelongsTo(a => a.Measure, nameof(MeasureAnnotation.MeasureId), m => m.Annotations);
        builder.BelongsTo(a => a.TestOfChange, nameof(MeasureAnnotation.TestOfChangeId));
    }

    public void Configure(EntityTypeBuilder<PointCorrection> builder)
    {
        builder.BelongsTo(c => c.Measure, nameof(PointCorrection.MeasureId));
        builder.BelongsTo(c => c.Point, nameof(PointCorrection.PointId), p => p.Corrections);
    }

    public void Configure(EntityTypeBuilder<SignalAnswer> builder)
    {
        builder.BelongsTo(a => a.Measure, nameof(SignalAnswer.MeasureId));
        builder.BelongsTo(a => a.Project, nameof(SignalAnswer.ProjectId));
        builder.ToTable(t => t.HasCheckConstraint("ck_signal_answers_one_subject", "num_nonnulls(measure_id, project_id) = 1"));
    }
}
