namespace InspectionPortal.Web.Features.Inspections;

/// <summary>What a return visit found for it.</summary>
public sealed record ReviewedFinding(Guid ReviewId, string Review, DateOnly? Published, string? PublishedText, string Text, string? Judgement);
