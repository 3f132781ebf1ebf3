using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;

namespace InspectionPortal.Domain.Inspections;

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
