using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Domain.Inspections;

/// <summary>That a recommendation was met, or is open again, with the report that says so. The newest one counts.</summary>
public sealed class RecommendationDecision : TenantEntity
{
    public const int NoteMaxLength = 500;

    public Guid RecommendationId { get; set; }
    public Recommendation? Recommendation { get; set; }

    /// <summary>Met or reopened; a recommendation without a decision is open.</summary>
    public RecommendationState State { get; set; }

    /// <summary>The day of the report.</summary>
    public DateOnly On { get; set; }

    /// <summary>The progress review that says so; null where another report does.</summary>
    public Guid? ReviewId { get; set; }
    public ProgressReview? Review { get; set; }

    /// <summary>The inspection that says so; null where another report does.</summary>
    public Guid? InspectionId { get; set; }
    public Inspection? Inspection { get; set; }

    /// <summary>The partnership's own approved report that says so; null where another report does.</summary>
    public Guid? PeriodId { get; set; }
    public ReportingPeriod? Period { get; set; }

    [MaxLength(NoteMaxLength)]
    public string? Note { get; set; }
}
