using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.Plans;

/// <summary>A partnership's action plan; answers any number of inspections, none included.</summary>
public sealed class Plan : TenantEntity
{
    public const int TitleMaxLength = 200;
    public const int PeriodMaxLength = 100;

    [MaxLength(TitleMaxLength)]
    public required string Title { get; set; }

    /// <summary>The period in the plan's own words.</summary>
    [MaxLength(PeriodMaxLength)]
    public string? PeriodText { get; set; }

    public DateOnly? PeriodFrom { get; set; }
    public DateOnly? PeriodTo { get; set; }

    [MaxLength(TitleMaxLength)]
    public string? OwnerGroup { get; set; }

    public List<PlanSection> Sections { get; } = [];
    public List<ExternalPlan> ExternalPlans { get; } = [];
    public List<PlanInspection> Inspections { get; } = [];
    public List<StretchAim> Aims { get; } = [];
}
