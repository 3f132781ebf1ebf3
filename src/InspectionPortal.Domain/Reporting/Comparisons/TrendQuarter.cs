using InspectionPortal.Domain.Ratings;

namespace InspectionPortal.Domain.Reporting.Comparisons;

/// <summary>How many projects had which rating in one quarter, and how many are expected later than the quarter before.</summary>
public sealed record TrendQuarter(string Title, IReadOnlyList<RatingCount> Ratings, int Slips)
{
    public int Total => Ratings.Sum(r => r.Count);
}
