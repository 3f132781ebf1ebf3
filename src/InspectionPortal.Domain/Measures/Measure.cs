using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Measurement;

namespace InspectionPortal.Domain.Measures;

/// <summary>
/// How one sees whether an aim, a driver or a project works: exactly one of the three is its home, and <see cref="Uses"/> are where else
/// it is looked at.
/// </summary>
public sealed class Measure : TenantEntity
{
    public const int TitleMaxLength = 500;
    public const int TextMaxLength = 4000;
    public const int UnitMaxLength = 40;
    public const int ReasonMaxLength = 1000;

    public Guid PlanId { get; set; }
    public Plan? Plan { get; set; }
    public Guid? AimId { get; set; }
    public StretchAim? Aim { get; set; }
    public Guid? DriverId { get; set; }
    public KeyDriver? Driver { get; set; }
    public Guid? ProjectId { get; set; }
    public ImprovementProject? Project { get; set; }
    public int Position { get; set; }

    [MaxLength(TitleMaxLength)]
    public required string Title { get; set; }

    public MeasureKind Kind { get; set; }

    /// <summary>Why it is measured.</summary>
    [MaxLength(TextMaxLength)]
    public string? Why { get; set; }

    /// <summary>What exactly is counted, and how.</summary>
    [MaxLength(TextMaxLength)]
    public string? Definition { get; set; }

    [MaxLength(UnitMaxLength)]
    public string? Unit { get; set; }

    [MaxLength(500)]
    public string? Numerator { get; set; }

    [MaxLength(500)]
    public string? Denominator { get; set; }

    public MeasureDirection Direction { get; set; }

    [MaxLength(100)]
    public string? Frequency { get; set; }

    /// <summary>Where the figures come from.</summary>
    [MaxLength(300)]
    public string? DataSource { get; set; }

    [MaxLength(300)]
    public string? Baseline { get; set; }

    [MaxLength(ImprovementProject.ReferenceMaxLength)]
    public string? ExternalReference { get; set; }

    public Guid? LeadResponsibilityId { get; set; }
    public LeadResponsibility? LeadResponsibility { get; set; }

    /// <summary>For a milestone, when it is to be delivered.</summary>
    public Deadline Deadline { get; set; } = Deadline.None;

    /// <summary>For a milestone, the day on which it was delivered.</summary>
    public DateOnly? DoneOn { get; set; }

    /// <summary>For a milestone, what was delivered, or when in words that are no day ("Held Jan 2020").</summary>
    [MaxLength(ReasonMaxLength)]
    public string? DoneText { get; set; }

    /// <summary>The chart somebody chose; null for the one that the kind of data suggests.</summary>
    public ChartKind? Chart { get; set; }

    /// <summary>The rules somebody chose; null for those that go with the chart.</summary>
    public RuleSet? Rules { get; set; }

    /// <summary>Why another chart or other rules than those suggested.</summary>
    [MaxLength(ReasonMaxLength)]
    public string? ChartReason { get; set; }

    /// <summary>How many points, from the first on the chart, are the baseline; null where all of a phase are.</summary>
    public int? BaselinePoints { get; set; }

    /// <summary>Whether very large moving ranges are left out once before limits are drawn.</summary>
    public bool ScreenMovingRanges { get; set; } = true;

    /// <summary>True for a series made up to show a chart: never the partnership's own figures, and counted nowhere.</summary>
    public bool IsIllustrative { get; set; }

    public SourceNote Source { get; set; } = SourceNote.None;
    public List<MeasureTarget> Targets { get; } = [];
    public List<DataPoint> Points { get; } = [];
    public List<MeasureUse> Uses { get; } = [];
    public List<MeasurePhase> Phases { get; } = [];
    public List<MeasureAnnotation> Annotations { get; } = [];
}
