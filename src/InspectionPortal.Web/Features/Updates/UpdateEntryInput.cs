namespace InspectionPortal.Web.Features.Updates;

/// <summary>What one agency says, as the form sends it.</summary>
public sealed class UpdateEntryInput
{
    public Guid? AgencyId { get; set; }
    public string? Text { get; set; }
    public string? DateText { get; set; }
    public Guid? MeasureId { get; set; }

    /// <summary>An agency alone is where the form starts, not something said.</summary>
    public bool SaysNothing => Text is null && DateText is null && MeasureId is null;
}
