using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Domain.Plans;

/// <summary>What has to change for the aim to be met; secondary where it has a parent.</summary>
public sealed class KeyDriver : TenantEntity
{
    public const int TextMaxLength = 2000;

    public Guid AimId { get; set; }
    public StretchAim? Aim { get; set; }
    /// <summary>The driver of an earlier plan that it carries on; null for none.</summary>
    public Guid? PredecessorId { get; set; }
    public KeyDriver? Predecessor { get; set; }

    public Guid? ParentId { get; set; }
    public KeyDriver? Parent { get; set; }
    public int Position { get; set; }

    [MaxLength(TextMaxLength)]
    public required string Text { get; set; }

    public SourceNote Source { get; set; } = SourceNote.None;

    /// <summary>Worked out by the database from what the row refers to: its rules for scrutiny bodies go by it.</summary>
    public Guid PlanId { get; private set; }

    public List<ImprovementProject> Projects { get; } = [];
}
