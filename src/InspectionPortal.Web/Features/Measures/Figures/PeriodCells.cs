namespace InspectionPortal.Web.Features.Measures.Figures;

/// <summary>The row of one measure, as typed.</summary>
public sealed class PeriodCells
{
    public Guid MeasureId { get; set; }
    public string? Value { get; set; }
    public string? Note { get; set; }
}
