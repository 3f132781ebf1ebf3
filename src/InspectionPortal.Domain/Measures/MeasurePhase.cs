using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.Measures;

/// <summary>Where a chart is rebased: from this day on the figures are judged by themselves.</summary>
public sealed class MeasurePhase : TenantEntity
{
    public Guid MeasureId { get; set; }
    public Measure? Measure { get; set; }
    public DateOnly StartsOn { get; set; }

    /// <summary>What changed for good, and how one knows.</summary>
    [MaxLength(Measure.ReasonMaxLength)]
    public required string Reason { get; set; }
}
