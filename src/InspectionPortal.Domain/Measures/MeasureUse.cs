using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Domain.Measures;

/// <summary>A further aim, driver or project that looks at a measure: exactly one of the three. Its home stays on the measure.</summary>
public sealed class MeasureUse : TenantEntity
{
    public Guid MeasureId { get; set; }
    public Measure? Measure { get; set; }
    public Guid? AimId { get; set; }
    public StretchAim? Aim { get; set; }
    public Guid? DriverId { get; set; }
    public KeyDriver? Driver { get; set; }
    public Guid? ProjectId { get; set; }
    public ImprovementProject? Project { get; set; }

    /// <summary>Worked out by the database from what the row refers to: its rules for scrutiny bodies go by it.</summary>
    public Guid PlanId { get; private set; }
}
