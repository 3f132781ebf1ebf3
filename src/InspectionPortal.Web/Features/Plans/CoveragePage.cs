using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>The coverage of a plan.</summary>
public sealed record CoveragePage(
    CoveragePlan Plan, Coverage Coverage, IReadOnlyList<CoverageAim> Aims, CoverageMay May, Vocabulary Vocabulary, IReadOnlyList<Rating> Key)
    : IReadByLinkOfficers
{
    /// <summary>With more aims than this the matrix is turned: the aims stand inside the rows.</summary>
    public const int AimsAcross = 5;

    public string WhatWasRead => $"Coverage: {Plan.Title}";

    public bool IsTurned => Aims.Count > AimsAcross;

    public IReadOnlyList<CoveragePartView> Parts => [.. new[] { Part(Coverage.Recommendations, isOwn: false), Part(Coverage.OwnPriorities, isOwn: true) }
        .Where(p => p.Part.Rows.Count > 0)];

    private CoveragePartView Part(CoveragePart part, bool isOwn) => new(
        part, this, isOwn ? "own priority" : EnglishText.Within(Vocabulary.RecommendationWord), isOwn ? "own-" : "");
}
