using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;

namespace InspectionPortal.Domain.Inspections;

/// <summary>
/// A scrutiny body's return visit to an inspection: how it looked, what it found for each recommendation, when it comes back.
/// </summary>
public sealed class ProgressReview : TenantEntity
{
    public const int TextMaxLength = 20_000;

    public Guid InspectionId { get; set; }
    public Inspection? Inspection { get; set; }
    public int Position { get; set; }

    [MaxLength(Inspection.TitleMaxLength)]
    public required string Title { get; set; }

    /// <summary>When the fieldwork was, in the report's words.</summary>
    [MaxLength(200)]
    public string? FieldworkText { get; set; }

    public DateOnly? FieldworkFrom { get; set; }
    public DateOnly? FieldworkTo { get; set; }
    public DateOnly? Published { get; set; }

    [MaxLength(100)]
    public string? PublishedText { get; set; }

    /// <summary>How the review was done, in Markdown.</summary>
    [MaxLength(TextMaxLength)]
    public string? Method { get; set; }

    /// <summary>What was read, with how many: "50 most recent initial referral discussions".</summary>
    public List<string> Samples { get; set; } = [];

    public List<string> Met { get; set; } = [];

    /// <summary>Who was not met, and why.</summary>
    [MaxLength(2000)]
    public string? NotMet { get; set; }

    /// <summary>The partnership's approach to improvement over all, in Markdown.</summary>
    [MaxLength(TextMaxLength)]
    public string? Approach { get; set; }

    public List<string> Strengths { get; set; } = [];

    [MaxLength(TextMaxLength)]
    public string? Conclusion { get; set; }

    /// <summary>What happens next.</summary>
    [MaxLength(4000)]
    public string? Next { get; set; }

    /// <summary>When the body comes back.</summary>
    public Deadline NextBy { get; set; } = Deadline.None;

    public SourceNote Source { get; set; } = SourceNote.None;

    public List<ReviewBody> Bodies { get; } = [];
    public List<ReviewFinding> Findings { get; } = [];
}
