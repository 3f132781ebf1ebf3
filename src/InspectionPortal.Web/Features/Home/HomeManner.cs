using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Ratings;

namespace InspectionPortal.Web.Features.Home;

/// <summary>How home is read: what it offers this person, the partnership's words and rating key, and the plan's day.</summary>
public sealed record HomeManner(HomeMay May, Vocabulary Vocabulary, IReadOnlyList<Rating> Key, DateOnly Today);
