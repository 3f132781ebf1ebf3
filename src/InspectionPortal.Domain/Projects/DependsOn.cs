using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;

namespace InspectionPortal.Domain.Projects;

/// <summary>A project that waits for another item, in the plan's words; an aim or a project where it is clear which.</summary>
public sealed class DependsOn : TenantEntity
{
    public const int WordsMaxLength = 500;

    public Guid ProjectId { get; set; }
    public ImprovementProject? Project { get; set; }
    public int Position { get; set; }

    [MaxLength(WordsMaxLength)]
    public required string Words { get; set; }

    public Guid? OnAimId { get; set; }
    public StretchAim? OnAim { get; set; }
    public Guid? OnProjectId { get; set; }
    public ImprovementProject? OnProject { get; set; }
}
