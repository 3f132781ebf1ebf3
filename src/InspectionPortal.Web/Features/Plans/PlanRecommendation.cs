using InspectionPortal.Domain.Inspections;

namespace InspectionPortal.Web.Features.Plans;

public sealed record PlanRecommendation(Guid Id, string Number, RecommendationKind Kind, string Text);
