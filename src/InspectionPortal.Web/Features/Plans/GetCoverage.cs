using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Scrutiny;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>Is every recommendation answered, measured, evidenced? Of the newest plan unless another is named.</summary>
[Requires(Permission.ReadPlan)]
[LinkOfficerMay(GrantScope.LivePlan)]
public sealed record GetCoverage(string? Plan = null) : IQuery<CoveragePage>;

/// <summary>The coverage of a plan; <see cref="Plan"/> is null where the partnership has none.</summary>
public sealed record CoveragePage(
    CoveragePlan? Plan, Coverage Coverage, IReadOnlyList<CoverageAim> Aims, CoverageMay May, Vocabulary Vocabulary, IReadOnlyList<Rating> Key)
    : IReadByLinkOfficers
{
    /// <summary>With more aims than this the matrix is turned: the aims stand inside the rows.</summary>
    public const int AimsAcross = 5;

    public string WhatWasRead => $"Coverage: {Plan?.Title}";

    public bool IsTurned => Aims.Count > AimsAcross;

    public IReadOnlyList<CoveragePartView> Parts => [.. new[] { Part(Coverage.Recommendations, isOwn: false), Part(Coverage.OwnPriorities, isOwn: true) }
        .Where(p => p.Part.Rows.Count > 0)];

    private CoveragePartView Part(CoveragePart part, bool isOwn) => new(
        part, this, isOwn ? "own priority" : Words.Within(Vocabulary.RecommendationWord), isOwn ? "own-" : "");
}

public sealed record CoveragePlan(Guid Id, string Title, string? PeriodText);

/// <summary>What the page offers this person.</summary>
public sealed record CoverageMay(bool Edit, bool AddEvidence, bool IsMember);

/// <summary>One part of the page: the recommendations, or the own priorities.</summary>
/// <param name="Part">Its rows and gaps.</param>
/// <param name="Page">The page it stands on.</param>
/// <param name="Word">What one of them is called within a sentence.</param>
/// <param name="Prefix">Before the part's anchors, so that each is once on the page.</param>
public sealed record CoveragePartView(CoveragePart Part, CoveragePage Page, string Word, string Prefix)
{
    public string Many => Words.Plural(Word);

    /// <summary>"All 11 recommendations have work against them. 2 have no measure, 3 have no evidence."</summary>
    public string Sentence
    {
        get
        {
            var missing = new[] { (Part.NoMeasure.Count, "measure"), (Part.NoLead.Count, "lead"), (Part.NoEvidence.Count, "evidence") }
                .Where(m => m.Count > 0).Select(m => $"{m.Count} {(m.Count == 1 ? "has" : "have")} no {m.Item2}").ToList();
            return $"{Work} {(missing.Count == 0 ? "Each has a measure, a lead and evidence." : $"{string.Join(", ", missing)}.")}";
        }
    }

    private string Work => (Part.Rows.Count, Part.NoWork.Count) switch
    {
        (1, 0) => $"The one {Word} has work against it.",
        (1, _) => $"The one {Word} has no work against it.",
        (var all, 0) => $"All {all} {Many} have work against them.",
        (var all, var none) when all == none => $"None of the {all} {Many} has work against it.",
        (var all, var none) => $"{all - none} of {all} {Many} {(all - none == 1 ? "has" : "have")} work against them, {none} {(none == 1 ? "has" : "have")} none.",
    };
}

internal sealed class GetCoverageHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<GetCoverage, CoveragePage?>
{
    public async Task<CoveragePage?> Handle(GetCoverage request, CancellationToken cancellationToken)
    {
        var access = current.RequiredTenant;
        var plans = await database.PlansFor(access).AsNoTracking().OrderByDescending(p => p.Id)
            .Select(p => new CoveragePlan(p.Id, p.Title, p.PeriodText)).ToListAsync(cancellationToken);
        var plan = request.Plan is null ? plans.FirstOrDefault() : plans.Find(p => p.Id.ToString() == request.Plan);
        if (plan is null)
        {
            return request.Plan is null && !access.IsByGrant ? Page(null, Coverage.Of(new CoverageInput([], [], [], [], [], [], [])), []) : null;
        }

        var (coverage, aims) = await new CoverageReader(database, access).ReadAsync(plan.Id, cancellationToken);
        return Page(plan, coverage, aims);
    }

    private CoveragePage Page(CoveragePlan? plan, Coverage coverage, IReadOnlyList<CoverageAim> aims)
    {
        var access = current.RequiredTenant;
        var may = new CoverageMay(
            MessageAccess.Judge(typeof(AnswerRecommendation), current) == Verdict.Allowed,
            access.Has(Permission.EditPlan) && access.Has(Permission.AddEvidence), !access.IsByGrant);
        return new CoveragePage(plan, coverage, aims, may, access.Partnership.Vocabulary, access.Partnership.RagKey);
    }
}
