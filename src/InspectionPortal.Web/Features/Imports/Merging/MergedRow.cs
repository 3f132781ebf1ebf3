namespace InspectionPortal.Web.Features.Imports.Merging;

/// <summary>An aim, a driver or a project as it will be.</summary>
public sealed record MergedRow(MergeKind Kind, string? Number, string Title, MergeMark Mark)
{
    /// <summary>What changes, a line each.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];
    public string Leads { get; init; } = "";
    public string Deadline { get; init; } = "";
    public IReadOnlyList<MergedStep> Steps { get; init; } = [];

    /// <summary>Its place in the file.</summary>
    public string Source { get; init; } = "";

    /// <summary>How many doubts concern it.</summary>
    public int Doubts { get; set; }
}
