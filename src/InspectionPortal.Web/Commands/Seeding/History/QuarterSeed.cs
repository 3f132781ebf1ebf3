namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>A quarter with its report; one that is still open has none.</summary>
public sealed class QuarterSeed
{
    public string Title { get; set; } = string.Empty;
    public string From { get; set; } = string.Empty;
    public string To { get; set; } = string.Empty;
    public string OpensOn { get; set; } = string.Empty;
    public string DueOn { get; set; } = string.Empty;
    public string MeetingOn { get; set; } = string.Empty;

    /// <summary>Sub-actions that were done by then, as "1.3/2" for the second of project 1.3.</summary>
    public List<string> Done { get; set; } = [];

    /// <summary>Sub-actions that had begun by then.</summary>
    public List<string> Begun { get; set; } = [];

    /// <summary>Deadlines that the chief officers agreed in the meeting, by number of project.</summary>
    public Dictionary<string, string> NewDeadlines { get; set; } = [];

    public string? SubmittedOn { get; set; }
    public ReportSeed? Report { get; set; }
}
