namespace InspectionPortal.Web.Features.Measures;

/// <summary>A further place where the measure is looked at.</summary>
public sealed record MeasureUseRow(Guid? ProjectId, string? ProjectNumber, string? ProjectTitle, string? AimNumber, string? Driver)
{
    /// <summary>The aim, where it is used by an aim itself.</summary>
    public Guid? AimId { get; init; }
}
