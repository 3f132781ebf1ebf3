using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections;

public sealed record InspectionPage(
    InspectionHead Head, IReadOnlyList<GradingLine> Gradings, IReadOnlyList<NumberedText> Strengths, IReadOnlyList<RecommendationRow> Recommendations,
    IReadOnlyList<ReviewRow> Reviews,
    bool CanEdit, Vocabulary Vocabulary, IReadOnlyList<Rating> Key) : IReadByLinkOfficers
{
    /// <summary>Whether what must improve has work against it.</summary>
    public string Cover => Recommendations.Count(r => r.Links == 0) switch
    {
        0 => "all linked to work in the plan",
        1 => "1 with no linked work",
        var several => $"{several} with no linked work",
    };

    public string WhatWasRead => $"Inspection: {Head.Title}";
}
