namespace InspectionPortal.Web.Features.Imports.Merging;

/// <summary>A plan as it will be once a file is brought in.</summary>
internal sealed record MergedPlan(
    MergeLog Log, IReadOnlyList<MergedRow> Rows, IReadOnlyList<string> NotInFile, IReadOnlyList<UnknownLead> UnknownLeads, IReadOnlyList<ImportIssue> Issues)
{
    public string Fingerprint { get; } = Log.Fingerprint();
}

public enum MergeKind
{
    Aim,
    Driver,
    Project,
}

public enum MergeMark
{
    Same,
    New,
    Changed,
}

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
