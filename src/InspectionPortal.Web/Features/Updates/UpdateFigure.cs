using System.ComponentModel.DataAnnotations;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Measures;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>
/// A figure given with an update. It is on no chart until the update is accepted; then it becomes a point of its measure that has this figure's id, so that
/// accepting twice makes one.
/// </summary>
public sealed class UpdateFigure : TenantEntity
{
    public Guid UpdateId { get; set; }
    public ProgressUpdate? Update { get; set; }
    public Guid MeasureId { get; set; }
    public Measure? Measure { get; set; }

    /// <summary>Last day of what the figure covers.</summary>
    public DateOnly? Date { get; set; }

    [MaxLength(100)]
    public string? DateText { get; set; }

    /// <summary>The figure as written.</summary>
    [MaxLength(100)]
    public required string ValueText { get; set; }

    public decimal? Value { get; set; }
    public decimal? Numerator { get; set; }
    public decimal? Denominator { get; set; }
}

internal sealed class UpdateFigureMapping : IEntityTypeConfiguration<UpdateFigure>
{
    public void Configure(EntityTypeBuilder<UpdateFigure> builder)
    {
        builder.BelongsTo(f => f.Update, nameof(UpdateFigure.UpdateId), u => u.Figures);
        builder.BelongsTo(f => f.Measure, nameof(UpdateFigure.MeasureId));
        builder.HasIndex(f => new { f.TenantId, f.UpdateId, f.MeasureId, f.Date }).IsUnique();
    }
}
