using InspectionPortal.Domain.Plans;

namespace InspectionPortal.Web.Features.Home;

/// <summary>Numbers that want attention.</summary>
/// <param name="Late">Projects that are late, themselves or in a sub-action.</param>
/// <param name="LateSteps">Sub-actions that are late.</param>
/// <param name="Claimed">Projects that are said to be done, without evidence.</param>
/// <param name="Cover">Recommendations, and which lack what.</param>
public sealed record HomeCounts(int Late, int LateSteps, int Claimed, CoveragePart Cover);
