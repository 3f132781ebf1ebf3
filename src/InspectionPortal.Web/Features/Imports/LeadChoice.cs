namespace InspectionPortal.Web.Features.Imports;

/// <summary>A name that is not known, and what becomes of it.</summary>
public sealed class LeadChoice
{
    public string? Name { get; set; }
    public string? Choice { get; set; }
}
