namespace InspectionPortal.Domain.Ratings;

/// <summary>A rating with the number of things that have it, and where that number leads.</summary>
/// <param name="Rating">The rating counted.</param>
/// <param name="Count">How many have it.</param>
/// <param name="Href">The list of those counted; null draws the number without a link.</param>
public sealed record RatingCount(Rating Rating, int Count, string? Href);
