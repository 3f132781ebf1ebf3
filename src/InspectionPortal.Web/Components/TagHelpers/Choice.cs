using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>A choice of a group of radios or checkboxes that explains itself in a hint of its own.</summary>
public sealed class Choice : SelectListItem
{
    /// <summary>Makes a choice.</summary>
    public Choice(string text, string value, string? hint = null)
        : base(text, value) => Hint = hint;

    /// <summary>What choosing it means.</summary>
    public string? Hint { get; }
}
