using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.Measures;

/// <summary>What a figure was before it was corrected, and why. Written once.</summary>
public sealed class PointCorrection : TenantEntity
{
    public Guid MeasureId { get; set; }
    public Measure? Measure { get; set; }
    public Guid PointId { get; set; }
    public DataPoint? Point { get; set; }
    public DateOnly? Date { get; set; }

    [MaxLength(100)]
    public string? DateText { get; set; }

    [MaxLength(100)]
    public required string ValueText { get; set; }

    public decimal? Value { get; set; }
    public decimal? Numerator { get; set; }
    public decimal? Denominator { get; set; }

    [MaxLength(Measure.ReasonMaxLength)]
    public required string Why { get; set; }

    public DateTimeOffset At { get; set; }
    public Guid ByUserId { get; set; }

    /// <summary>What the figure says, as one value.</summary>
    [NotMapped]
    public FigureValues Values
    {
        get => new(Date, DateText, ValueText, Value, Numerator, Denominator);
        set => (Date, DateText, ValueText, Value, Numerator, Denominator) = value;
    }

    /// <summary>What a figure is now, before it is corrected.</summary>
    public static PointCorrection Of(DataPoint point, string why, DateTimeOffset at, Guid byUserId)
    {
        ArgumentNullException.ThrowIfNull(point);
        return new()
        {
            MeasureId = point.MeasureId,
            PointId = point.Id,
            ValueText = point.ValueText,
            Values = point.Values,
            Why = why,
            At = at,
            ByUserId = byUserId,
        };
    }
}
