using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.Projects;

/// <summary>A deadline that moved: from, to and why. Written once, never changed.</summary>
public sealed class DeadlineSlip : TenantEntity
{
    public Guid ProjectId { get; set; }
    public ImprovementProject? Project { get; set; }
    public required Deadline From { get; set; }
    public required Deadline To { get; set; }

    [MaxLength(ImprovementProject.ReasonMaxLength)]
    public required string Reason { get; set; }

    public Guid ByUserId { get; set; }
    public DateTimeOffset At { get; set; }
}
