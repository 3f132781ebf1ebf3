namespace InspectionPortal.Web.Features.Imports;

/// <summary>A doubt, and how it is settled.</summary>
public sealed class ReadingChoice
{
    public string? Key { get; set; }

    /// <summary>Blank for what the portal suggests.</summary>
    public string? Choice { get; set; }
}
