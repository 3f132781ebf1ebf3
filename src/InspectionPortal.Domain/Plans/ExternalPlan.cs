using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.Plans;

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
