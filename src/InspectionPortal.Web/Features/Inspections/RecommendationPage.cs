using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Inspections;

public sealed record RecommendationPage(
    RecommendationHead Head, IReadOnlyList<AnsweringLink> Links, IReadOnlyList<AnsweringProject> Work, IReadOnlyList<ProjectEvidence> Evidence,
    IReadOnlyList<AnsweringUpdate> Updates, IReadOnlyList<ReviewedFinding> Findings, RecommendationMay May, Vocabulary Vocabulary) : IReadByLinkOfficers
{
    public string WhatWasRead => $"Recommendation: {Head.Number}";
}
