using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;

namespace InspectionPortal.Domain.Inspections;

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
    public List<PositionStatement> Statements { get; } = [];
}
