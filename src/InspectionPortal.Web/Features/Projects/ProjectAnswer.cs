using InspectionPortal.Domain.Inspections;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>A recommendation that the project answers, by itself or through what it belongs to.</summary>
public sealed record ProjectAnswer(Guid RecommendationId, string Number, string Text, LinkBasis Basis, string? Why, string? Through);
