using InspectionPortal.Domain.Inspections;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>A recommendation linked to a project, to a driver, to an aim or to a project's measure.</summary>
/// <param name="OwnerId">The project, driver or aim; of a measure, its project.</param>
internal sealed record PlanLinkRow(Guid OwnerId, int Position, Guid RecommendationId, string Number, LinkBasis Basis);
