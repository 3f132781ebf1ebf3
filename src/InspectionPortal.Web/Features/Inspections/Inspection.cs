using System.ComponentModel.DataAnnotations;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Measures;
using InspectionPortal.Web.Features.Plans;
using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>A scrutiny bodies' visit: when, what they asked, how they graded, what they found strong and what must improve.</summary>
public sealed class Inspection : TenantEntity
{
    public const int TitleMaxLength = 300;

    [MaxLength(TitleMaxLength)]
    public required string Title { get; set; }

    public InspectionKind Kind { get; set; }

    [MaxLength(200)]
    public string? Framework { get; set; }

    /// <summary>When the fieldwork was, in the report's words.</summary>
    [MaxLength(200)]
    public string? FieldworkText { get; set; }

    public DateOnly? FieldworkFrom { get; set; }
    public DateOnly? FieldworkTo { get; set; }
    public DateOnly? Published { get; set; }

    /// <summary>When it was published as the source says, where that is no day ("April 2014").</summary>
    [MaxLength(100)]
    public string? PublishedText { get; set; }

    [MaxLength(4000)]
    public string? Summary { get; set; }

    [MaxLength(1000)]
    public string? OverallJudgement { get; set; }

    public SourceNote Source { get; set; } = SourceNote.None;

    public List<InspectionBody> Bodies { get; } = [];
    public List<InspectionQuestion> Questions { get; } = [];
    public List<Grading> Gradings { get; } = [];
    public List<KeyStrength> Strengths { get; } = [];
    public List<Recommendation> Recommendations { get; } = [];
    public List<ProgressReview> Reviews { get; } = [];
}

/// <summary>What a plan can answer: a scrutiny body's inspection, another body's report, or the partnership's own assessment.</summary>
public enum InspectionKind
{
    Inspection,
    Report,
    InternalAssessment,
}

/// <summary>A body that inspected, as lead or partner.</summary>
public sealed class InspectionBody : TenantEntity
{
    public Guid InspectionId { get; set; }
    public Inspection? Inspection { get; set; }
    public int Position { get; set; }

    [MaxLength(200)]
    public required string Name { get; set; }

    public bool IsLead { get; set; }
}

public sealed class InspectionQuestion : TenantEntity
{
    public Guid InspectionId { get; set; }
    public Inspection? Inspection { get; set; }
    public int Number { get; set; }

    [MaxLength(1000)]
    public required string Text { get; set; }
}

/// <summary>A grade given to one indicator or a range of them; nested where the scrutiny body nests its judgements.</summary>
public sealed class Grading : TenantEntity
{
    public Guid InspectionId { get; set; }
    public Inspection? Inspection { get; set; }
    public Guid? ParentId { get; set; }
    public Grading? Parent { get; set; }
    public int Position { get; set; }

    [MaxLength(40)]
    public string? Indicator { get; set; }

    [MaxLength(300)]
    public required string Title { get; set; }

    [MaxLength(200)]
    public string? Scale { get; set; }

    [MaxLength(100)]
    public required string Grade { get; set; }
}

public sealed class KeyStrength : TenantEntity
{
    public Guid InspectionId { get; set; }
    public Inspection? Inspection { get; set; }
    public int Number { get; set; }

    [MaxLength(2000)]
    public required string Text { get; set; }
}

/// <summary>What must improve, under whichever name the scrutiny body gives it.</summary>
public sealed class Recommendation : TenantEntity
{
    public const int TextMaxLength = 4000;

    /// <summary>Null for a partnership's own priority.</summary>
    public Guid? InspectionId { get; set; }

    public Inspection? Inspection { get; set; }

    [MaxLength(20)]
    public required string Number { get; set; }

    public int Position { get; set; }

    public RecommendationKind Kind { get; set; }

    /// <summary>A short name for lists and diagrams.</summary>
    [MaxLength(200)]
    public string? Title { get; set; }

    [MaxLength(TextMaxLength)]
    public required string Text { get; set; }

    /// <summary>The theme it was filed under, which need not be where the work sits.</summary>
    [MaxLength(300)]
    public string? Theme { get; set; }

    [MaxLength(300)]
    public string? InternalSource { get; set; }

    /// <summary>True where the words are not the report's own.</summary>
    public bool IsReworded { get; set; }

    public SourceNote Source { get; set; } = SourceNote.None;

    public List<RecommendationLink> Links { get; } = [];
    public List<ReviewFinding> Findings { get; } = [];
}

public enum RecommendationKind
{
    Recommendation,
    PriorityArea,
    AreaForImprovement,
    AreaForPriorityAction,
    OwnPriority,
}

/// <summary>One piece of work that answers a recommendation: exactly one of aim, driver, project or measure.</summary>
public sealed class RecommendationLink : TenantEntity
{
    public const int WhyMaxLength = 500;

    public Guid RecommendationId { get; set; }
    public Recommendation? Recommendation { get; set; }
    public Guid? AimId { get; set; }
    public StretchAim? Aim { get; set; }
    public Guid? DriverId { get; set; }
    public KeyDriver? Driver { get; set; }
    public Guid? ProjectId { get; set; }
    public ImprovementProject? Project { get; set; }
    public Guid? MeasureId { get; set; }
    public Measure? Measure { get; set; }

    /// <summary>Said by the source, or read into it.</summary>
    public LinkBasis Basis { get; set; }

    [MaxLength(WhyMaxLength)]
    public string? Why { get; set; }
}

public enum LinkBasis
{
    Stated,
    Inferred,
}

internal sealed class InspectionMapping :
    IEntityTypeConfiguration<InspectionBody>, IEntityTypeConfiguration<InspectionQuestion>, IEntityTypeConfiguration<Grading>,
    IEntityTypeConfiguration<KeyStrength>, IEntityTypeConfiguration<Recommendation>, IEntityTypeConfiguration<RecommendationLink>
{
    public void Configure(EntityTypeBuilder<InspectionBody> builder) =>
        builder.BelongsTo(b => b.Inspection, nameof(InspectionBody.InspectionId), i => i.Bodies);

    public void Configure(EntityTypeBuilder<InspectionQuestion> builder) =>
        builder.BelongsTo(q => q.Inspection, nameof(InspectionQuestion.InspectionId), i => i.Questions);

    public void Configure(EntityTypeBuilder<Grading> builder)
    {
        builder.BelongsTo(g => g.Inspection, nameof(Grading.InspectionId), i => i.Gradings);
        builder.BelongsTo(g => g.Parent, nameof(Grading.ParentId));
    }

    public void Configure(EntityTypeBuilder<KeyStrength> builder) =>
        builder.BelongsTo(s => s.Inspection, nameof(KeyStrength.InspectionId), i => i.Strengths);

    public void Configure(EntityTypeBuilder<Recommendation> builder) =>
        builder.BelongsTo(r => r.Inspection, nameof(Recommendation.InspectionId), i => i.Recommendations);

    public void Configure(EntityTypeBuilder<RecommendationLink> builder)
    {
        builder.BelongsTo(l => l.Recommendation, nameof(RecommendationLink.RecommendationId), r => r.Links);
        builder.BelongsTo(l => l.Aim, nameof(RecommendationLink.AimId));
        builder.BelongsTo(l => l.Driver, nameof(RecommendationLink.DriverId));
        builder.BelongsTo(l => l.Project, nameof(RecommendationLink.ProjectId), p => p.Answers);
        builder.BelongsTo(l => l.Measure, nameof(RecommendationLink.MeasureId));
        builder.ToTable(t => t.HasCheckConstraint(
            "ck_recommendation_links_one_target", "num_nonnulls(aim_id, driver_id, project_id, measure_id) = 1"));
        builder.HasIndex(l => new { l.TenantId, l.RecommendationId, l.AimId, l.DriverId, l.ProjectId, l.MeasureId })
            .IsUnique().AreNullsDistinct(false);
    }
}
