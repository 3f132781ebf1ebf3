using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>A column as typed. Without a field it is not one.</summary>
public sealed class LayoutColumn
{
    public PlanField? Field { get; set; }
    public string? Label { get; set; }
    public string? Group { get; set; }
    public string? Note { get; set; }
}
