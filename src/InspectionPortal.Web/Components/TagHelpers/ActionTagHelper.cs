using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>
/// The next step at the right of a <c>&lt;p-head&gt;</c>. At 375 px it gives way to the bar at the bottom when the page has a
/// NextStep section.
/// </summary>
[HtmlTargetElement("p-action", ParentTag = "p-head")]
public sealed class ActionTagHelper : TagHelper
{
    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (context.Items.TryGetValue(HeadTagHelper.ActionKey, out var item) && item is HeadTagHelper.Slot slot)
        {
            slot.Content = await output.GetChildContentAsync();
        }

        output.SuppressOutput();
    }
}
