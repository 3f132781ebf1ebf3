using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.Measures;

/// <summary>A value to be reached by a date; targets may outlive the plan.</summary>
public sealed class MeasureTarget : TenantEntity
{
    public Guid MeasureId { get; set; }
    public Measure? Measure { get; set; }
    public decimal Value { get; set; }
    public Deadline By { get; set; } = Deadline.None;
}
