using System.ComponentModel.DataAnnotations;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Deadlines;
using InspectionPortal.Web.Features.People;
using InspectionPortal.Web.Features.Plans;
using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>How one sees whether an aim, a driver or a project works: exactly one of the three.</summary>
public sealed class Measure : TenantEntity
{
    public const int TitleMaxLength = 500;
    public const int TextMaxLength = 4000;
    public const int UnitMaxLength = 40;

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

    public SourceNote Source { get; set; } = SourceNote.None;
    public List<MeasureTarget> Targets { get; } = [];
    public List<MeasurePoint> Points { get; } = [];
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

    public int Position { get; set; }
    public SourceNote Source { get; set; } = SourceNote.None;
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
