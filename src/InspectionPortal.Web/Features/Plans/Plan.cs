using System.ComponentModel.DataAnnotations;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Inspections;
using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>A partnership's action plan; answers any number of inspections, none included.</summary>
public sealed class Plan : TenantEntity
{
    public const int TitleMaxLength = 200;
    public const int PeriodMaxLength = 100;

    [MaxLength(TitleMaxLength)]
    public required string Title { get; set; }

    /// <summary>The period in the plan's own words.</summary>
    [MaxLength(PeriodMaxLength)]
    public string? PeriodText { get; set; }

    public DateOnly? PeriodFrom { get; set; }
    public DateOnly? PeriodTo { get; set; }

    [MaxLength(TitleMaxLength)]
    public string? OwnerGroup { get; set; }

    public List<PlanSection> Sections { get; } = [];
    public List<ExternalPlan> ExternalPlans { get; } = [];
    public List<PlanInspection> Inspections { get; } = [];
    public List<StretchAim> Aims { get; } = [];
}

/// <summary>A narrative part of a plan, in Markdown.</summary>
public sealed class PlanSection : TenantEntity
{
    public const int HeadingMaxLength = 200;
    public const int BodyMaxLength = 100_000;

    public Guid PlanId { get; set; }
    public Plan? Plan { get; set; }
    public int Position { get; set; }

    [MaxLength(HeadingMaxLength)]
    public required string Heading { get; set; }

    public required string Body { get; set; }
}

/// <summary>Another plan that this one signposts, such as a local outcome improvement plan.</summary>
public sealed class ExternalPlan : TenantEntity
{
    public Guid PlanId { get; set; }
    public Plan? Plan { get; set; }
    public int Position { get; set; }

    [MaxLength(Plan.TitleMaxLength)]
    public required string Title { get; set; }

    [MaxLength(1000)]
    public string? Note { get; set; }
}

/// <summary>Which inspections a plan answers.</summary>
public sealed class PlanInspection : TenantEntity
{
    public Guid PlanId { get; set; }
    public Plan? Plan { get; set; }
    public Guid InspectionId { get; set; }
    public Inspection? Inspection { get; set; }
}

/// <summary>What the partnership sets out to achieve; shows the worst rating below it, never one of its own.</summary>
public sealed class StretchAim : TenantEntity
{
    public const int StatementMaxLength = 2000;
    public const int VisionMaxLength = 4000;
    public const int NumberMaxLength = 20;

    public Guid PlanId { get; set; }
    public Plan? Plan { get; set; }

    [MaxLength(NumberMaxLength)]
    public required string Number { get; set; }

    public int Position { get; set; }

    [MaxLength(StatementMaxLength)]
    public required string Statement { get; set; }

    [MaxLength(VisionMaxLength)]
    public string? Vision { get; set; }

    public List<string> KeyOutcomes { get; set; } = [];

    [MaxLength(200)]
    public string? ByDateText { get; set; }

    [MaxLength(500)]
    public string? Population { get; set; }

    [MaxLength(200)]
    public string? Threshold { get; set; }

    /// <summary>Number of the inspection question that the aim mirrors.</summary>
    public int? MirrorsQuestion { get; set; }

    public SourceNote Source { get; set; } = SourceNote.None;

    public List<KeyDriver> Drivers { get; } = [];
    public List<ImprovementProject> Projects { get; } = [];
}

/// <summary>What has to change for the aim to be met; secondary where it has a parent.</summary>
public sealed class KeyDriver : TenantEntity
{
    public const int TextMaxLength = 2000;

    public Guid AimId { get; set; }
    public StretchAim? Aim { get; set; }
    public Guid? ParentId { get; set; }
    public KeyDriver? Parent { get; set; }
    public int Position { get; set; }

    [MaxLength(TextMaxLength)]
    public required string Text { get; set; }

    public SourceNote Source { get; set; } = SourceNote.None;

    public List<ImprovementProject> Projects { get; } = [];
}

/// <summary>Where in the partnership's own document a row comes from, and what is doubtful about it there.</summary>
public sealed record SourceNote(string? Place, string? Note, bool Unclear)
{
    public const int PlaceMaxLength = 300;
    public const int NoteMaxLength = 2000;

    public static SourceNote None { get; } = new(null, null, false);
}

internal sealed class PlanMapping :
    IEntityTypeConfiguration<PlanSection>, IEntityTypeConfiguration<ExternalPlan>, IEntityTypeConfiguration<PlanInspection>,
    IEntityTypeConfiguration<StretchAim>, IEntityTypeConfiguration<KeyDriver>
{
    public void Configure(EntityTypeBuilder<PlanSection> builder) =>
        builder.BelongsTo(s => s.Plan, nameof(PlanSection.PlanId), p => p.Sections);

    public void Configure(EntityTypeBuilder<ExternalPlan> builder) =>
        builder.BelongsTo(e => e.Plan, nameof(ExternalPlan.PlanId), p => p.ExternalPlans);

    public void Configure(EntityTypeBuilder<PlanInspection> builder)
    {
        builder.BelongsTo(l => l.Plan, nameof(PlanInspection.PlanId), p => p.Inspections);
        builder.BelongsTo(l => l.Inspection, nameof(PlanInspection.InspectionId));
    }

    public void Configure(EntityTypeBuilder<StretchAim> builder) =>
        builder.BelongsTo(a => a.Plan, nameof(StretchAim.PlanId), p => p.Aims);

    public void Configure(EntityTypeBuilder<KeyDriver> builder)
    {
        builder.BelongsTo(d => d.Aim, nameof(KeyDriver.AimId), a => a.Drivers);
        builder.BelongsTo(d => d.Parent, nameof(KeyDriver.ParentId));
    }
}
