using InspectionPortal.Domain.Plans;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>A gap among some recommendations, in words, with the link that closes it.</summary>
/// <param name="Anchor">Its address on the page, also of home's counts.</param>
/// <param name="Lead">In bold.</param>
/// <param name="For">After it.</param>
/// <param name="Rows">The recommendations that have it, each with a word of its own after it.</param>
/// <param name="Closing">What closes it; null where this person may not.</param>
public sealed record CoverageGap(string Anchor, string Lead, string For, IReadOnlyList<(CoverageRecommendation Recommendation, string? Note)> Rows, CoverageClosing? Closing);
