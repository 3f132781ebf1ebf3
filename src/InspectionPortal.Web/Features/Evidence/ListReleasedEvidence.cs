using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>What a link officer may read of a partnership's evidence, by recommendation.</summary>
[Requires(Permission.ReadEvidence)]
[LinkOfficerMay(GrantScope.ApprovedReports)]
public sealed class ListReleasedEvidence : IQuery<ReleasedEvidenceList>
{
    public Guid? Recommendation { get; set; }
}

internal sealed class ListReleasedEvidenceHandler(CurrentSession current, GrantedEvidence granted)
    : IRequestHandler<ListReleasedEvidence, ReleasedEvidenceList?>
{
    public async Task<ReleasedEvidenceList?> Handle(ListReleasedEvidence query, CancellationToken cancellationToken)
    {
        var partnership = current.RequiredTenant.Partnership;
        var word = partnership.Vocabulary.RecommendationWord;
        var open = await granted.OpenAsync(cancellationToken);
        var coverage = await granted.CoverageAsync(open, cancellationToken);
        var versions = granted.Versions(open, coverage);
        var found = await versions.Where(v => !versions.Any(newer => newer.ItemId == v.ItemId && newer.Number > v.Number))
            .OrderByDescending(v => v.ReleasedAt)
            .Select(v => new
            {
                v.ItemId,
                v.Item!.Title,
                v.Item.Form,
                v.Item.Kind,
                v.Number,
                v.ReleasedAt,
                Proofs = v.Item.Links.AsQueryable().Select(EvidenceProof.Read).ToList(),
            })
            .ToListAsync(cancellationToken);
        var answers = Answers(coverage);
        var rows = found.Select(f => new Placed(
            new ReleasedRow(f.ItemId, f.Title, f.Form, f.Kind, f.Number, f.ReleasedAt!.Value, open.Proves(f.ItemId, f.Proofs, word)),
            [.. Answered(f.Proofs.Where(open.Holds), answers)])).ToList();
        return new ReleasedEvidenceList(
            Groups(query, open, rows, word), query.Recommendation is not null, open.LivePlans.Count > 0,
            TimeZoneInfo.FindSystemTimeZoneById(partnership.TimeZone));
    }

    /// <summary>What of the live plans answers and measures each recommendation, as the coverage page counts it.</summary>
    private static List<Answer> Answers(Coverage coverage) =>
    [
        .. coverage.Rows.SelectMany(r => r.Work.Select(w => new Answer(r.Recommendation.Id, w.Project.Id, null))
            .Concat(r.Measures.Select(m => new Answer(r.Recommendation.Id, null, m)))),
    ];

    private static IEnumerable<Guid> Answered(IEnumerable<EvidenceProof> proofs, List<Answer> answers) =>
        proofs.SelectMany(p => answers
                .Where(a => (a.ProjectId is not null && a.ProjectId == p.ProjectId) || (a.MeasureId is not null && a.MeasureId == p.MeasureId))
                .Select(a => a.RecommendationId).Concat(p.RecommendationId is { } direct ? [direct] : []))
            .Distinct();

    private static List<ReleasedGroup> Groups(ListReleasedEvidence query, OpenEvidence open, List<Placed> rows, string word)
    {
        var groups = open.Recommendations.Where(r => query.Recommendation is null || r.Id == query.Recommendation)
            .Select(r => new ReleasedGroup(
                $"{word} {r.Number}", r.Text, $"~/recommendations/{r.Id}", [.. rows.Where(p => p.Recommendations.Contains(r.Id)).Select(p => p.Row)]))
            .ToList();
        foreach (var recommendation in open.Editions.SelectMany(e => e.Recommendations).DistinctBy(r => r.Id)
            .Where(r => (query.Recommendation is null || r.Id == query.Recommendation) && open.Recommendations.All(o => o.Id != r.Id)))
        {
            var items = open.Editions.Where(e => e.Recommendations.Any(r => r.Id == recommendation.Id)).SelectMany(e => e.Evidence)
                .Where(e => e.Recommendations.Contains(recommendation.Number, StringComparer.Ordinal)).Select(e => e.ItemId).ToHashSet();
            groups.Add(new ReleasedGroup(
                $"{word} {recommendation.Number}", recommendation.Text, null, [.. rows.Where(p => items.Contains(p.Row.ItemId)).Select(p => p.Row)]));
        }

        var placed = groups.SelectMany(g => g.Rows).Select(r => r.ItemId).ToHashSet();
        var others = rows.Where(p => !placed.Contains(p.Row.ItemId)).Select(p => p.Row).ToList();
        if (query.Recommendation is null && others.Count > 0)
        {
            groups.Add(new ReleasedGroup("Other work in the plan", "Evidence for work that is not linked to a recommendation.", null, others));
        }

        return groups;
    }

    private sealed record Answer(Guid RecommendationId, Guid? ProjectId, Guid? MeasureId);

    private sealed record Placed(ReleasedRow Row, IReadOnlyList<Guid> Recommendations);
}
