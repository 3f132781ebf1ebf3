using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Domain.Inspections;

/// <summary>One piece of work that answers a recommendation: exactly one of aim, driver, project or measure.</summary>
public sealed class RecommendationLink : TenantEntity
{
    public const int WhyMaxLength = 500;

    public Guid RecommendationId { get; set; }
    public Recommendation? Recommendation { get; set; }
    public Guid? AimId { get; set; }
    public StretchAim? Aim { get; set; }
    public Guid? DriverId { get; set; }
    public KeyDriver? Driver { get; set; }
    public Guid? ProjectId { get; set; }
    public ImprovementProject? Project { get; set; }
    public Guid? MeasureId { get; set; }
    public Measure? Measure { get; set; }

    /// <summary>Said by the source, or read into it.</summary>
    public LinkBasis Basis { get; set; }

    [MaxLength(WhyMaxLength)]
    public string? Why { get; set; }

    /// <summary>Worked out by the database from what the row refers to: its rules for scrutiny bodies go by it.</summary>
    public Guid PlanId { get; private set; }
}
