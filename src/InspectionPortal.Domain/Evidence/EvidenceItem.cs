using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.Evidence;

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
    public EvidenceType Kind { get; set; }

    public EvidenceClassification Classification { get; set; }
    public Guid AddedByUserId { get; set; }
    public DateTimeOffset AddedAt { get; set; }
    public List<EvidenceVersion> Versions { get; } = [];
    public List<EvidenceLink> Links { get; } = [];
}
