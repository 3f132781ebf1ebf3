using System.ComponentModel.DataAnnotations;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Inspections;
using InspectionPortal.Web.Features.Measures;
using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Features.Updates;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>Something that shows a claim is true: a file, a link or a note.</summary>
public sealed class EvidenceItem : TenantEntity
{
    public const int TitleMaxLength = 200;
    public const int DescriptionMaxLength = 2000;
    public const int UrlMaxLength = 2000;

    [MaxLength(TitleMaxLength)]
    public required string Title { get; set; }

    [MaxLength(DescriptionMaxLength)]
    public string? Description { get; set; }

    public EvidenceForm Form { get; set; }

    /// <summary>How one knows: the kind of knowing it rests on.</summary>
    public KindOfKnowing Kind { get; set; }

    public EvidenceClassification Classification { get; set; }
    public Guid AddedByUserId { get; set; }
    public DateTimeOffset AddedAt { get; set; }
    public List<EvidenceVersion> Versions { get; } = [];
    public List<EvidenceLink> Links { get; } = [];
}

public enum EvidenceForm
{
    File,
    Link,
    Note,
}

public enum KindOfKnowing
{
    Data,
    ViewsOfChildrenAndFamilies,
    ViewsOfStaff,
    Audit,
    Observation,
    Document,
}

public enum EvidenceClassification
{
    Official,
    OfficialSensitive,
}

/// <summary>One version of an item; release to scrutiny bodies is by version.</summary>
public sealed class EvidenceVersion : TenantEntity
{
    public const int FileNameMaxLength = 200;

    public Guid ItemId { get; set; }
    public EvidenceItem? Item { get; set; }
    public int Number { get; set; }

    /// <summary>For a file, the name it came with; shown and offered on download, never used on disk.</summary>
    [MaxLength(FileNameMaxLength)]
    public string? FileName { get; set; }

    [MaxLength(150)]
    public string? ContentType { get; set; }

    /// <summary>Bytes.</summary>
    public long? Size { get; set; }

    /// <summary>Lower-case hexadecimal SHA-256 of the file, or of the link or note in UTF-8.</summary>
    [MaxLength(64)]
    public required string Sha256 { get; set; }

    /// <summary>Generated name under the evidence directory; null for links and notes.</summary>
    [MaxLength(100)]
    public string? StorageName { get; set; }

    [MaxLength(EvidenceItem.UrlMaxLength)]
    public string? Url { get; set; }

    [MaxLength(20_000)]
    public string? Note { get; set; }

    public ScanResult Scan { get; set; }
    public Guid AddedByUserId { get; set; }
    public DateTimeOffset AddedAt { get; set; }

    /// <summary>When scrutiny bodies with a grant were let read it; null while it is the partnership's own.</summary>
    public DateTimeOffset? ReleasedAt { get; set; }

    public Guid? ReleasedByUserId { get; set; }
}

public enum ScanResult
{
    NotScanned,
    Clean,
    Infected,

    /// <summary>A link or a note: there is nothing to scan.</summary>
    NotNeeded,
}

/// <summary>What an item proves: exactly one of recommendation, project, measure, sub-action or update.</summary>
public sealed class EvidenceLink : TenantEntity
{
    public Guid ItemId { get; set; }
    public EvidenceItem? Item { get; set; }
    public Guid? RecommendationId { get; set; }
    public Recommendation? Recommendation { get; set; }
    public Guid? ProjectId { get; set; }
    public ImprovementProject? Project { get; set; }
    public Guid? MeasureId { get; set; }
    public Measure? Measure { get; set; }
    public Guid? SubActionId { get; set; }
    public SubAction? SubAction { get; set; }
    public Guid? UpdateId { get; set; }
    public ProgressUpdate? Update { get; set; }
}

internal sealed class EvidenceMapping : IEntityTypeConfiguration<EvidenceVersion>, IEntityTypeConfiguration<EvidenceLink>
{
    public void Configure(EntityTypeBuilder<EvidenceVersion> builder)
    {
        builder.BelongsTo(v => v.Item, nameof(EvidenceVersion.ItemId), i => i.Versions);
        builder.HasIndex(v => new { v.TenantId, v.ItemId, v.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<EvidenceLink> builder)
    {
        builder.BelongsTo(l => l.Item, nameof(EvidenceLink.ItemId), i => i.Links);
        builder.BelongsTo(l => l.Recommendation, nameof(EvidenceLink.RecommendationId));
        builder.BelongsTo(l => l.Project, nameof(EvidenceLink.ProjectId));
        builder.BelongsTo(l => l.Measure, nameof(EvidenceLink.MeasureId));
        builder.BelongsTo(l => l.SubAction, nameof(EvidenceLink.SubActionId));
        builder.BelongsTo(l => l.Update, nameof(EvidenceLink.UpdateId));
        builder.ToTable(t => t.HasCheckConstraint(
            "ck_evidence_links_one_target",
            "num_nonnulls(recommendation_id, project_id, measure_id, sub_action_id, update_id) = 1"));
    }
}
