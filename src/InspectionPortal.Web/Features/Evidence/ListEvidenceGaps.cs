using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>
/// What would an inspector ask about our evidence? Recommendations without any, with evidence of one type only, and with none released;
/// work said to be done that nothing shows; evidence that is out of date.
/// </summary>
[Requires(Permission.ReadEvidence)]
public sealed record ListEvidenceGaps : IQuery<EvidenceGaps>;

internal sealed class ListEvidenceGapsHandler(PortalDbContext database, CurrentSession current, EvidenceFilters filters)
    : IRequestHandler<ListEvidenceGaps, EvidenceGaps?>
{
    public async Task<EvidenceGaps?> Handle(ListEvidenceGaps query, CancellationToken cancellationToken)
    {
        var tenant = current.RequiredTenant;
        var asked = await database.Recommendations.AsNoTracking().OrderBy(r => r.Position).ThenBy(r => r.Number)
            .Select(r => new CoverageRecommendation(r.Id, r.Number, r.Text, false, null, false)).ToListAsync(cancellationToken);
        var coverage = await new CoverageReader(database, tenant).ReadAsync(asked, cancellationToken);
        var items = await database.EvidenceItems.AsNoTracking()
            .Select(i => new { i.Id, i.Kind, IsReleased = i.Versions.Any(v => v.ReleasedAt != null) })
                .ToDictionaryAsync(i => i.Id, cancellationToken);
        var rows = coverage.Rows.Select(r =>
        {
            var proofs = r.Evidence.Where(items.ContainsKey).Select(id => items[id]).ToList();
            var kinds = proofs.Select(p => p.Kind).Distinct().ToList();
            return new
            {
                IsReleased = proofs.Exists(p => p.IsReleased),
                Row = new GapRow(
                    r.Recommendation.Id, r.Recommendation.Number, r.Recommendation.Text, proofs.Count, kinds.Count == 1 ? kinds[0] : null),
            };
        }).ToList();
        var proven = database.ProjectsWithEvidence();
        return new EvidenceGaps(
            [.. rows.Where(r => r.Row.Count == 0).Select(r => r.Row)],
            [.. rows.Where(r => r.Row is { Count: > 1, Kind: not null }).Select(r => r.Row)],
            [.. rows.Where(r => r.Row.Count > 0 && !r.IsReleased).Select(r => r.Row)],
            await database.Projects.AsNoTracking().Where(p => p.Status == ProjectStatus.DoneAwaitingEvidence && !proven.Contains(p.Id))
                .OrderBy(p => p.Aim!.Position).ThenBy(p => p.Position).Select(p => new ClaimedRow(p.Id, p.Number, p.Title))
                    .ToListAsync(cancellationToken),
            await filters.OutOfDate(database.EvidenceItems).CountAsync(cancellationToken))
        {
            OutOfDateBefore = filters.OutOfDateBefore,
            RecommendationWord = tenant.Partnership.Vocabulary.RecommendationWord,
            MayAdd = MessageAccess.Judge(typeof(AddEvidence), current) == Verdict.Allowed,
        };
    }
}
