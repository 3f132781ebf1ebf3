using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.Plans;

/// <summary>A narrative part of a plan, in Markdown.</summary>
public sealed class PlanSection : TenantEntity
{
    public const int HeadingMaxLength = 200;
    public const int BodyMaxLength = 100_000;

    public Guid PlanId { get; set; }
    public Plan? Plan { get; set; }
    public int Position { get; set; }

    [MaxLength(HeadingMaxLength)]
    public required string Heading { get; set; }

    public required string Body { get; set; }
}
