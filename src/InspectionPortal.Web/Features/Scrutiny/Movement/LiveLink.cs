namespace InspectionPortal.Web.Features.Scrutiny.Movement;

/// <summary>What is linked to a recommendation: one of aim, driver, project and measure.</summary>
internal sealed class LiveLink
{
    public Guid? PlanId { get; init; }
    public Guid? AimId { get; init; }
    public Guid? DriverId { get; init; }
    public Guid? ProjectId { get; init; }
    public Guid? MeasureId { get; init; }
}
