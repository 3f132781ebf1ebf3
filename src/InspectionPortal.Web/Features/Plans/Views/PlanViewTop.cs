namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>
/// What stands at the top of every view of a plan: the row of views, the choice of plan, search and filters, and what to do where nothing
/// is shown.
/// </summary>
/// <param name="Plan">The plan.</param>
/// <param name="View">Key of the view.</param>
/// <param name="Path">Its address below the plan.</param>
public sealed record PlanViewTop(PlanContent Plan, string View, string Path)
{
    /// <summary>What the view itself keeps in its address.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Carried { get; init; } = [];

    /// <summary>Ways to show the view, as addresses with the filters in force; and the word before them.</summary>
    public IReadOnlyList<(string Words, string Href, bool IsCurrent)> Choices { get; init; } = [];

    public string ChoiceWord { get; init; } = string.Empty;
}
