using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.Projects;

/// <summary>What the plan says of a category in place of actions: "N/A", "none", "Dependent on caseloads". A blank has no note.</summary>
public sealed class CategoryNote : TenantEntity
{
    public const int TextMaxLength = 1000;

    public Guid ProjectId { get; set; }
    public ImprovementProject? Project { get; set; }
    public SubActionCategory Category { get; set; }

    [MaxLength(TextMaxLength)]
    public required string Text { get; set; }
}
