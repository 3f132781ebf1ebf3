using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Domain.Plans;

/// <summary>What the partnership sets out to achieve; shows the worst rating below it, never one of its own.</summary>
public sealed class StretchAim : TenantEntity
{
    public const int StatementMaxLength = 2000;
    public const int VisionMaxLength = 4000;
    public const int NumberMaxLength = 20;

    public Guid PlanId { get; set; }
    public Plan? Plan { get; set; }

    /// <summary>The aim of an earlier plan that it carries on; null for none.</summary>
    public Guid? PredecessorId { get; set; }
    public StretchAim? Predecessor { get; set; }

    [MaxLength(NumberMaxLength)]
    public required string Number { get; set; }

    public int Position { get; set; }

    [MaxLength(StatementMaxLength)]
    public required string Statement { get; set; }

    [MaxLength(VisionMaxLength)]
    public string? Vision { get; set; }

    public List<string> KeyOutcomes { get; set; } = [];

    [MaxLength(200)]
    public string? ByDateText { get; set; }

    [MaxLength(500)]
    public string? Population { get; set; }

    [MaxLength(200)]
    public string? Threshold { get; set; }

    /// <summary>Number of the inspection question that the aim mirrors.</summary>
    public int? MirrorsQuestion { get; set; }

    public SourceNote Source { get; set; } = SourceNote.None;

    public List<KeyDriver> Drivers { get; } = [];
    public List<ImprovementProject> Projects { get; } = [];
}
