using InspectionPortal.Web.Infrastructure.Forms;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>What can be carried over, and where it goes.</summary>
public sealed class CarryOverPage : FormPage
{
    public required IReadOnlyList<CarryOverAim> Aims { get; init; }

    /// <summary>The plan that follows; null where it is started with this.</summary>
    public PlanOption? Successor { get; init; }
}
