using System.ComponentModel.DataAnnotations;
using InspectionPortal.Measurement;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Deadlines;
using InspectionPortal.Web.Features.People;
using InspectionPortal.Web.Features.Plans;
using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>
/// How one sees whether an aim, a driver or a project works: exactly one of the three is its home, and <see cref="Uses"/> are where else it is looked at.
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
    public List<MeasurePoint> Points { get; } = [];
    public List<MeasureUse> Uses { get; } = [];
    public List<MeasurePhase> Phases { get; } = [];
    public List<MeasureAnnotation> Annotations { get; } = [];
}

public enum MeasureKind
{
    Outcome,
    Process,
    Balancing,
    Milestone,
}

public enum MeasureDirection
{
    None,
    Up,
    Down,
}

/// <summary>A value to be reached by a date; targets may outlive the plan.</summary>
public sealed class MeasureTarget : TenantEntity
{
    public Guid MeasureId { get; set; }
    public Measure? Measure { get; set; }
    public decimal Value { get; set; }
    public Deadline By { get; set; } = Deadline.None;
}

/// <summary>A figure. It may have no stated date and a change as written; nothing is derived from either.</summary>
public sealed class MeasurePoint : TenantEntity
{
    public Guid MeasureId { get; set; }
    public Measure? Measure { get; set; }

    /// <summary>Last day of what the figure covers; null where no date is stated, and then it stays off charts.</summary>
    public DateOnly? Date { get; set; }

    [MaxLength(100)]
    public string? DateText { get; set; }

    public decimal? Value { get; set; }

    /// <summary>The figure as written.</summary>
    [MaxLength(100)]
    public required string ValueText { get; set; }

    /// <summary>The change as written, such as "-4%".</summary>
    [MaxLength(100)]
    public string? ChangeText { get; set; }

    public decimal? Numerator { get; set; }
    public decimal? Denominator { get; set; }

    [MaxLength(1000)]
    public string? Note { get; set; }

    /// <summary>Shown and left out of what the chart is judged by.</summary>
    public bool IsExcluded { get; set; }

    /// <summary>Why it is left out; null for one that is not.</summary>
    [MaxLength(Measure.ReasonMaxLength)]
    public string? ExcludedReason { get; set; }

    /// <summary>Null where the figure came with the demonstration data.</summary>
    public DateTimeOffset? EnteredAt { get; set; }

    public Guid? EnteredByUserId { get; set; }
    public int Position { get; set; }
    public SourceNote Source { get; set; } = SourceNote.None;
    public List<PointCorrection> Corrections { get; } = [];
}

internal sealed class MeasureMapping :
    IEntityTypeConfiguration<Measure>, IEntityTypeConfiguration<MeasureTarget>, IEntityTypeConfiguration<MeasurePoint>
{
    public void Configure(EntityTypeBuilder<Measure> builder)
    {
        builder.BelongsTo(m => m.Plan, nameof(Measure.PlanId));
        builder.BelongsTo(m => m.Aim, nameof(Measure.AimId));
        builder.BelongsTo(m => m.Driver, nameof(Measure.DriverId));
        builder.BelongsTo(m => m.Project, nameof(Measure.ProjectId), p => p.Measures);
        builder.BelongsTo(m => m.LeadResponsibility, nameof(Measure.LeadResponsibilityId));
        builder.ToTable(t => t.HasCheckConstraint(
            "ck_measures_one_owner", "num_nonnulls(aim_id, driver_id, project_id) = 1"));
    }

    public void Configure(EntityTypeBuilder<MeasureTarget> builder) =>
        builder.BelongsTo(t => t.Measure, nameof(MeasureTarget.MeasureId), m => m.Targets);

    public void Configure(EntityTypeBuilder<MeasurePoint> builder) =>
        builder.BelongsTo(p => p.Measure, nameof(MeasurePoint.MeasureId), m => m.Points);
}
