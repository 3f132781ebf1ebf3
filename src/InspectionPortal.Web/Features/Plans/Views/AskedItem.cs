using InspectionPortal.Domain.Inspections;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>A recommendation that the plan answers or should.</summary>
public sealed record AskedItem(
    Guid Id, string Number, RecommendationKind Kind, string? Title, string Text, IReadOnlyList<AskedLink> Links);
