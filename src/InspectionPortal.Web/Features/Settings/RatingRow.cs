using InspectionPortal.Web.Infrastructure.Forms;

namespace InspectionPortal.Web.Features.Settings;

/// <summary>A rating of the key, in the form's order: the best first.</summary>
public sealed class RatingRow : FormRow
{
    /// <summary>What is stored with projects; null for a new one.</summary>
    public string? Code { get; set; }

    public string? Name { get; set; }
    public string? Meaning { get; set; }
    public string? Shape { get; set; }
    public string? Colour { get; set; }

    public override bool IsBlank() => Name is null && Meaning is null;
}
