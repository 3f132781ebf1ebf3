using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.Inspections;

/// <summary>A body that took part in a review, as lead or partner.</summary>
public sealed class ReviewBody : TenantEntity
{
    public Guid ReviewId { get; set; }
    public ProgressReview? Review { get; set; }
    public int Position { get; set; }

    [MaxLength(200)]
    public required string Name { get; set; }

    public bool IsLead { get; set; }
}
