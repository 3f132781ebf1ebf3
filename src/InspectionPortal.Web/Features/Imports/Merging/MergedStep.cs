namespace InspectionPortal.Web.Features.Imports.Merging;

/// <summary>A sub-action as it will be.</summary>
public sealed record MergedStep(string Text, MergeMark Mark)
{
    /// <summary>Its words, with what happens to it where that is not what happens to the project.</summary>
    public string Told(MergeMark project) => Mark switch
    {
        MergeMark.New when project != MergeMark.New => $"New: {Text}",
        MergeMark.Changed => $"Changed: {Text}",
        _ => Text,
    };
}
