using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Inspections;

public sealed record RecommendationsPage(
    IReadOnlyList<RecommendationRow> Recommendations, int Total, bool OnlyUncovered, bool CanEdit, bool IsMember, Vocabulary Vocabulary, IReadOnlyList<Rating> Key)
    : IReadByLinkOfficers
{
    public string WhatWasRead => "List of recommendations";
}
