using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.Reporting;

/// <summary>
/// A figure given with an update. It is on no chart until the update is accepted; then it becomes a point of its measure that has this
/// figure's id, so that
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

    /// <summary>What the figure says, as one value.</summary>
    [NotMapped]
    public FigureValues Values
    {
        get => new(Date, DateText, ValueText, Value, Numerator, Denominator);
        set => (Date, DateText, ValueText, Value, Numerator, Denominator) = value;
    }
}
