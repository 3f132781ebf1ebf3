using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;

namespace InspectionPortal.Domain.Measures;

/// <summary>A figure. It may have no stated date and a change as written; nothing is derived from either.</summary>
public sealed class DataPoint : TenantEntity
{
    public Guid MeasureId { get; set; }
    public Measure? Measure { get; set; }

    /// <summary>Last day of what the figure covers; null where no date is stated, and then it stays off charts.</summary>
    public DateOnly? Date { get; set; }

    [MaxLength(100)]
    public string? DateText { get; set; }

    public decimal? Value { get; set; }

    /// <summary>The figure as written.</summary>
    [MaxLength(100)]
    public required string ValueText { get; set; }

    /// <summary>The change as written, such as "-4%".</summary>
    [MaxLength(100)]
    public string? ChangeText { get; set; }

    public decimal? Numerator { get; set; }
    public decimal? Denominator { get; set; }

    [MaxLength(1000)]
    public string? Note { get; set; }

    /// <summary>Shown and left out of what the chart is judged by.</summary>
    public bool IsExcluded { get; set; }

    /// <summary>Why it is left out; null for one that is not.</summary>
    [MaxLength(Measure.ReasonMaxLength)]
    public string? ExcludedReason { get; set; }

    /// <summary>Null where the figure came with the demonstration data.</summary>
    public DateTimeOffset? EnteredAt { get; set; }

    public Guid? EnteredByUserId { get; set; }
    public int Position { get; set; }
    public SourceNote Source { get; set; } = SourceNote.None;
    public List<PointCorrection> Corrections { get; } = [];

    /// <summary>What the figure says, as one value.</summary>
    [NotMapped]
    public FigureValues Values
    {
        get => new(Date, DateText, ValueText, Value, Numerator, Denominator);
        set => (Date, DateText, ValueText, Value, Numerator, Denominator) = value;
    }
}
