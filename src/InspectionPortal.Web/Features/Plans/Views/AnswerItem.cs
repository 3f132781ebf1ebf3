using InspectionPortal.Domain.Inspections;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>A recommendation that an item answers.</summary>
public sealed record AnswerItem(Guid RecommendationId, string Number, LinkBasis Basis);
