namespace InspectionPortal.Web.Features.Plans;

/// <summary>A driver's rows; of what hangs straight under the aim where there is no driver.</summary>
public sealed record PlanBand(PlanDriver? Driver, int Depth, IReadOnlyList<PlanProject> Projects);
