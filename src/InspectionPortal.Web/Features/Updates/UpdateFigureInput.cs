namespace InspectionPortal.Web.Features.Updates;

/// <summary>The figure of one measure, as the form sends it.</summary>
public sealed class UpdateFigureInput
{
    public Guid MeasureId { get; set; }

    /// <summary>The figure as written: a number, or so many of so many.</summary>
    public string? Value { get; set; }
}
