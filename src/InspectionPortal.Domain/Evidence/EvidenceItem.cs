using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.Evidence;

/// <summary>Something that shows a claim is true: a file, a link or a note.</summary>
public sealed class EvidenceItem : TenantEntity
{
    public const int TitleMaxLength = 200;
    public const int DescriptionMaxLength = 2000;
    public const int UrlMaxLength = 2000;
    public const int SourceMaxLength = 200;
    public const int ReasonMaxLength = 500;

    [MaxLength(TitleMaxLength)]
    public required string Title { get; set; }

    [MaxLength(DescriptionMaxLength)]
    public string? Description { get; set; }

    public EvidenceForm Form { get; set; }

    /// <summary>How one knows: the kind of knowing it rests on.</summary>
    public EvidenceType Kind { get; set; }

    public EvidenceClassification Classification { get; set; }

    /// <summary>The day that it is about or was made on; null where nobody said.</summary>
    public DateOnly? MadeOn { get; set; }

    /// <summary>Where it comes from, such as a group, a system or a survey.</summary>
    [MaxLength(SourceMaxLength)]
    public string? Source { get; set; }

    /// <summary>True where whoever added it said that it holds personal data.</summary>
    public bool HasPersonalData { get; set; }

    public Guid AddedByUserId { get; set; }
    public DateTimeOffset AddedAt { get; set; }

    /// <summary>When it stopped being evidence; it then proves nothing, and nothing of it is released.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    public Guid? WithdrawnByUserId { get; set; }

    [MaxLength(ReasonMaxLength)]
    public string? WithdrawnReason { get; set; }

    /// <summary>When somebody asked that its files be destroyed; null while nobody did, or where that was declined.</summary>
    public DateTimeOffset? DestructionRequestedAt { get; set; }

    public Guid? DestructionRequestedByUserId { get; set; }

    /// <summary>What in the retention schedule says so.</summary>
    [MaxLength(ReasonMaxLength)]
    public string? DestructionReason { get; set; }

    /// <summary>When somebody else confirmed it. The files are gone from then on, and the rest of the item stays as the record.</summary>
    public DateTimeOffset? DestroyedAt { get; set; }

    public Guid? DestroyedByUserId { get; set; }

    public List<EvidenceVersion> Versions { get; } = [];
    public List<EvidenceLink> Links { get; } = [];
}
