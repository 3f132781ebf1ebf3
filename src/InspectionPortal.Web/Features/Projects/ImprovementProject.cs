using System.ComponentModel.DataAnnotations;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Deadlines;
using InspectionPortal.Web.Features.Inspections;
using InspectionPortal.Web.Features.Measures;
using InspectionPortal.Web.Features.People;
using InspectionPortal.Web.Features.Plans;
using InspectionPortal.Web.Features.Updates;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>The unit of work: what will be done, by whom, by when, and how it stands. Status and rating are two things.</summary>
public sealed class ImprovementProject : TenantEntity
{
    public const int NumberMaxLength = 20;
    public const int TitleMaxLength = 300;
    public const int TextMaxLength = 8000;
    public const int ReferenceMaxLength = 300;
    public const int ReasonMaxLength = 1000;
    public const int RatingMaxLength = 40;
    public const int LeadsTextMaxLength = 500;

    public Guid AimId { get; set; }
    public StretchAim? Aim { get; set; }

    /// <summary>Null where the source names no driver and the project hangs straight under its aim.</summary>
    public Guid? DriverId { get; set; }

    public KeyDriver? Driver { get; set; }
    public int Position { get; set; }

    [MaxLength(NumberMaxLength)]
    public required string Number { get; set; }

    [MaxLength(TitleMaxLength)]
    public required string Title { get; set; }

    /// <summary>The improvement project aim.</summary>
    [MaxLength(TextMaxLength)]
    public string? AimText { get; set; }

    /// <summary>What will make the difference.</summary>
    [MaxLength(TextMaxLength)]
    public string? Difference { get; set; }

    /// <summary>How success will be seen.</summary>
    [MaxLength(TextMaxLength)]
    public string? Success { get; set; }

    /// <summary>Impact for children.</summary>
    [MaxLength(TextMaxLength)]
    public string? Impact { get; set; }

    /// <summary>What the plan itself says will prove the work: not evidence held, and often a target with a date of its own.</summary>
    [MaxLength(TextMaxLength)]
    public string? EvidenceText { get; set; }

    /// <summary>Who leads, in the plan's own words, where <see cref="Leads"/> alone would lose something of them ("TBA", "all team managers").</summary>
    [MaxLength(LeadsTextMaxLength)]
    public string? LeadsText { get; set; }

    /// <summary>True where a driver diagram calls it a change idea.</summary>
    public bool IsChangeIdea { get; set; }

    /// <summary>The deadline in force, as written. The original and every slip stay in <see cref="Slips"/>.</summary>
    public Deadline Deadline { get; set; } = Deadline.None;

    /// <summary>When those who do the work now expect to be done, as last accepted; none where they agree with the deadline.</summary>
    public Deadline Forecast { get; set; } = Deadline.None;

    public ProjectStatus Status { get; set; }

    /// <summary>Why the work was stopped.</summary>
    [MaxLength(ReasonMaxLength)]
    public string? StatusReason { get; set; }

    /// <summary>Code of the rating last accepted, from the partnership's key; null is "not rated".</summary>
    [MaxLength(RatingMaxLength)]
    public string? Rag { get; set; }

    public DateTimeOffset? RagAcceptedAt { get; set; }

    [MaxLength(ReferenceMaxLength)]
    public string? ExternalReference { get; set; }

    /// <summary>Why nothing needs doing; null for real work.</summary>
    [MaxLength(ReasonMaxLength)]
    public string? NoActionNeededReason { get; set; }

    public SourceNote Source { get; set; } = SourceNote.None;

    public List<ProjectLead> Leads { get; } = [];
    public List<SubAction> SubActions { get; } = [];
    public List<CategoryNote> CategoryNotes { get; } = [];
    public List<DependsOn> Dependencies { get; } = [];
    public List<Measure> Measures { get; } = [];
    public List<TestOfChange> TestsOfChange { get; } = [];
    public List<DeadlineSlip> Slips { get; } = [];
    public List<RecommendationLink> Answers { get; } = [];
    public List<ProgressUpdate> Updates { get; } = [];
    public List<UpdateEntry> Entries { get; } = [];
}

public enum ProjectStatus
{
    NotStarted,
    InProgress,
    DoneAwaitingEvidence,
    DoneAndEvidenced,
    Stopped,
}

/// <summary>One of the responsibilities that answer for a project, in the order and kind the plan gives.</summary>
public sealed class ProjectLead : TenantEntity
{
    public Guid ProjectId { get; set; }
    public ImprovementProject? Project { get; set; }
    public Guid LeadResponsibilityId { get; set; }
    public LeadResponsibility? LeadResponsibility { get; set; }
    public LeadKind Kind { get; set; }
    public int Position { get; set; }
}

public enum LeadKind
{
    Lead,
    With,
    InConsultationWith,
}

/// <summary>A deadline that moved: from, to and why. Written once, never changed.</summary>
public sealed class DeadlineSlip : TenantEntity
{
    public Guid ProjectId { get; set; }
    public ImprovementProject? Project { get; set; }
    public required Deadline From { get; set; }
    public required Deadline To { get; set; }

    [MaxLength(ImprovementProject.ReasonMaxLength)]
    public required string Reason { get; set; }

    public Guid ByUserId { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>A step of a project. Closing the loop is a check with a result.</summary>
public sealed class SubAction : TenantEntity
{
    public const int TextMaxLength = 4000;

    public Guid ProjectId { get; set; }
    public ImprovementProject? Project { get; set; }
    public int Position { get; set; }
    public SubActionCategory Category { get; set; } = SubActionCategory.Other;

    [MaxLength(TextMaxLength)]
    public required string Text { get; set; }

    public Deadline Deadline { get; set; } = Deadline.None;
    public ProjectStatus Status { get; set; }

    [MaxLength(TextMaxLength)]
    public string? Result { get; set; }

    /// <summary>Who owns it, in the plan's own words.</summary>
    [MaxLength(ImprovementProject.LeadsTextMaxLength)]
    public string? OwnersText { get; set; }

    public SourceNote Source { get; set; } = SourceNote.None;
    public List<SubActionOwner> Owners { get; } = [];
}

public enum SubActionCategory
{
    Financial,
    Workforce,
    Partners,
    Systems,
    Leadership,
    ClosingTheLoop,
    Other,
}

/// <summary>Who answers for a sub-action.</summary>
public sealed class SubActionOwner : TenantEntity
{
    public Guid SubActionId { get; set; }
    public SubAction? SubAction { get; set; }
    public Guid LeadResponsibilityId { get; set; }
    public LeadResponsibility? LeadResponsibility { get; set; }
}

/// <summary>What the plan says of a category in place of actions: "N/A", "none", "Dependent on caseloads". A blank has no note.</summary>
public sealed class CategoryNote : TenantEntity
{
    public const int TextMaxLength = 1000;

    public Guid ProjectId { get; set; }
    public ImprovementProject? Project { get; set; }
    public SubActionCategory Category { get; set; }

    [MaxLength(TextMaxLength)]
    public required string Text { get; set; }
}

/// <summary>A project that waits for another item, in the plan's words; an aim or a project where it is clear which.</summary>
public sealed class DependsOn : TenantEntity
{
    public const int WordsMaxLength = 500;

    public Guid ProjectId { get; set; }
    public ImprovementProject? Project { get; set; }
    public int Position { get; set; }

    [MaxLength(WordsMaxLength)]
    public required string Words { get; set; }

    public Guid? OnAimId { get; set; }
    public StretchAim? OnAim { get; set; }
    public Guid? OnProjectId { get; set; }
    public ImprovementProject? OnProject { get; set; }
}

internal sealed class ProjectMapping :
    IEntityTypeConfiguration<ImprovementProject>, IEntityTypeConfiguration<ProjectLead>, IEntityTypeConfiguration<DeadlineSlip>,
    IEntityTypeConfiguration<SubAction>, IEntityTypeConfiguration<SubActionOwner>, IEntityTypeConfiguration<CategoryNote>,
    IEntityTypeConfiguration<DependsOn>
{
    public void Configure(EntityTypeBuilder<ImprovementProject> builder)
    {
        builder.BelongsTo(p => p.Aim, nameof(ImprovementProject.AimId), a => a.Projects);
        builder.BelongsTo(p => p.Driver, nameof(ImprovementProject.DriverId), d => d.Projects);
    }

    public void Configure(EntityTypeBuilder<ProjectLead> builder)
    {
        builder.BelongsTo(l => l.Project, nameof(ProjectLead.ProjectId), p => p.Leads);
        builder.BelongsTo(l => l.LeadResponsibility, nameof(ProjectLead.LeadResponsibilityId), r => r.Projects);
    }

    public void Configure(EntityTypeBuilder<DeadlineSlip> builder) =>
        builder.BelongsTo(s => s.Project, nameof(DeadlineSlip.ProjectId), p => p.Slips);

    public void Configure(EntityTypeBuilder<SubAction> builder) =>
        builder.BelongsTo(s => s.Project, nameof(SubAction.ProjectId), p => p.SubActions);

    public void Configure(EntityTypeBuilder<CategoryNote> builder)
    {
        builder.BelongsTo(n => n.Project, nameof(CategoryNote.ProjectId), p => p.CategoryNotes);
        builder.HasIndex(n => new { n.TenantId, n.ProjectId, n.Category }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<DependsOn> builder)
    {
        builder.BelongsTo(d => d.Project, nameof(DependsOn.ProjectId), p => p.Dependencies);
        builder.BelongsTo(d => d.OnAim, nameof(DependsOn.OnAimId));
        builder.BelongsTo(d => d.OnProject, nameof(DependsOn.OnProjectId));
        builder.ToTable("depends_on", t => t.HasCheckConstraint("ck_depends_on_one_target", "num_nonnulls(on_aim_id, on_project_id) <= 1"));
    }

    public void Configure(EntityTypeBuilder<SubActionOwner> builder)
    {
        builder.BelongsTo(o => o.SubAction, nameof(SubActionOwner.SubActionId), s => s.Owners);
        builder.BelongsTo(o => o.LeadResponsibility, nameof(SubActionOwner.LeadResponsibilityId));
    }
}
