namespace InspectionPortal.Web.Features.Inspections;

/// <summary>What the review says of one recommendation.</summary>
public sealed record FindingText(Guid RecommendationId, string Number, string? Title, string Recommendation, string Text, string? Judgement);
