using System.ComponentModel.DataAnnotations;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>Where a chart is rebased: from this day on the figures are judged by themselves.</summary>
public sealed class MeasurePhase : TenantEntity
{
    public Guid MeasureId { get; set; }
    public Measure? Measure { get; set; }
    public DateOnly StartsOn { get; set; }

    /// <summary>What changed for good, and how one knows.</summary>
    [MaxLength(Measures.Measure.ReasonMaxLength)]
    public required string Reason { get; set; }
}

/// <summary>Something that happened, as a lettered note on the chart.</summary>
public sealed class MeasureAnnotation : TenantEntity
{
    public const int TextMaxLength = 200;

    public Guid MeasureId { get; set; }
    public Measure? Measure { get; set; }
    public DateOnly Date { get; set; }

    [MaxLength(TextMaxLength)]
    public required string Text { get; set; }

    /// <summary>The test of change whose date it is.</summary>
    public Guid? TestOfChangeId { get; set; }

    public TestOfChange? TestOfChange { get; set; }
}

/// <summary>What a figure was before it was corrected, and why. Written once.</summary>
public sealed class PointCorrection : TenantEntity
{
    public Guid MeasureId { get; set; }
    public Measure? Measure { get; set; }
    public Guid PointId { get; set; }
    public MeasurePoint? Point { get; set; }
    public DateOnly? Date { get; set; }

    [MaxLength(100)]
    public string? DateText { get; set; }

    [MaxLength(100)]
    public required string ValueText { get; set; }

    public decimal? Value { get; set; }
    public decimal? Numerator { get; set; }
    public decimal? Denominator { get; set; }

    [MaxLength(Measures.Measure.ReasonMaxLength)]
    public required string Why { get; set; }

    public DateTimeOffset At { get; set; }
    public Guid ByUserId { get; set; }

    /// <summary>What a figure is now, before it is corrected.</summary>
    public static PointCorrection Of(MeasurePoint point, string why, DateTimeOffset at, Guid byUserId)
    {
        ArgumentNullException.ThrowIfNull(point);
        return new()
        {
            MeasureId = point.MeasureId,
            PointId = point.Id,
            Date = point.Date,
            DateText = point.DateText,
            ValueText = point.ValueText,
            Value = point.Value,
            Numerator = point.Numerator,
            Denominator = point.Denominator,
            Why = why,
            At = at,
            ByUserId = byUserId,
        };
    }
}

/// <summary>
/// What a partnership lead says to a signal of a measure, or to a rating that says something else than the figures: of a measure or of a project,
/// exactly one. Written once; a later one stands beside it.
/// </summary>
public sealed class SignalAnswer : TenantEntity
{
    public const int AboutMaxLength = 500;

    public Guid? MeasureId { get; set; }
    public Measure? Measure { get; set; }
    public Guid? ProjectId { get; set; }
    public ImprovementProject? Project { get; set; }
    public SignalAnswerKind Kind { get; set; }

    /// <summary>The portal's sentence that is answered, as it stood.</summary>
    [MaxLength(AboutMaxLength)]
    public required string About { get; set; }

    /// <summary>Date of the newest figure then: what later figures say is not answered by it.</summary>
    public DateOnly? FiguresTo { get; set; }

    [MaxLength(Measures.Measure.ReasonMaxLength)]
    public required string Text { get; set; }

    public DateTimeOffset At { get; set; }
    public Guid ByUserId { get; set; }
}

public enum SignalAnswerKind
{
    Signal,
    TargetInDanger,
    Disagreement,
}

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
