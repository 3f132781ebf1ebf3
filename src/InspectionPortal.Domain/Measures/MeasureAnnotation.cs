using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Domain.Measures;

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
