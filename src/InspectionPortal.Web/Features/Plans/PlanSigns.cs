using InspectionPortal.Domain.Measures;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>What a row says of its project's measures.</summary>
/// <param name="Measured">The first with two figures or more, the partnership's own before an illustrative one; null where there is
/// none.</param>
/// <param name="Signal">The gravest signal of all of them but illustrative ones; null where they say nothing.</param>
public sealed record PlanSigns(MeasureReading? Measured, SignalKind? Signal);
