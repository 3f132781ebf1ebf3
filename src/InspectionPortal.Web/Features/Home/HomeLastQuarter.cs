using InspectionPortal.Domain.Ratings;

namespace InspectionPortal.Web.Features.Home;

/// <summary>How projects were rated in the last quarter that was submitted.</summary>
public sealed record HomeLastQuarter(string Title, IReadOnlyList<RatingCount> Ratings);
