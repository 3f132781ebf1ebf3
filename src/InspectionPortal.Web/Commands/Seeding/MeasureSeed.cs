namespace InspectionPortal.Web.Commands.Seeding;

public sealed class MeasureSeed : SourcedSeed
{
    public string Title { get; set; } = string.Empty;
    public string Kind { get; set; } = "outcome";
    public string? Definition { get; set; }
    public string? Unit { get; set; }
    public string? Why { get; set; }
    public string? Numerator { get; set; }
    public string? Denominator { get; set; }
    public string Direction { get; set; } = "none";
    public string? Frequency { get; set; }
    public string? Deadline { get; set; }

    /// <summary>For a milestone, how the document says that it was delivered.</summary>
    public string? DoneText { get; set; }

    public string? ExternalReference { get; set; }
    public string? Lead { get; set; }
    public List<TargetSeed> Targets { get; set; } = [];
    public List<PointSeed> Points { get; set; } = [];

    /// <summary>Number of the project that a measure of its own file belongs to.</summary>
    public string? Project { get; set; }

    public string? DataSource { get; set; }
    public int? BaselinePoints { get; set; }
    public List<MarkSeed> Phases { get; set; } = [];
    public List<MarkSeed> Notes { get; set; } = [];
}
