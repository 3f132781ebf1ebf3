using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>What do we hold, what proves what, what is missing? The filters are the address's own.</summary>
[Requires(Permission.ReadEvidence)]
public sealed class ListEvidence : IQuery<EvidenceList>
{
    public const int PageSize = 50;

    public Guid? Recommendation { get; set; }
    public Guid? Project { get; set; }
    public EvidenceReleaseState? State { get; set; }
    public int Page { get; set; } = 1;
}

internal sealed class ListEvidenceHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<ListEvidence, EvidenceList?>
{
    private const int ClaimedMaximum = 100;
    private const int ChoiceLength = 80;

    public async Task<EvidenceList?> Handle(ListEvidence query, CancellationToken cancellationToken)
    {
        query.Page = Math.Clamp(query.Page, 1, 100_000);
        var recommendations = await RecommendationsAsync(query.Recommendation, cancellationToken);
        var items = await FilteredAsync(query, recommendations.SelectMany(r => r.Links), cancellationToken);
        var count = await items.CountAsync(cancellationToken);
        var rows = await items.OrderByDescending(i => i.AddedAt).ThenBy(i => i.Id)
            .Skip((query.Page - 1) * ListEvidence.PageSize).Take(ListEvidence.PageSize)
            .Select(i => new EvidenceRow(
                i.Id, i.Title, i.Form, i.Kind, i.Classification, i.Links.AsQueryable().Select(EvidenceProof.Read).ToList(),
                i.Versions.Max(v => v.Number), i.Versions.Where(v => v.ReleasedAt != null).Max(v => (int?)v.Number), i.AddedAt,
                database.Users.Where(u => u.Id == i.AddedByUserId).Select(u => u.DisplayName).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        var tenant = current.RequiredTenant;
        return new EvidenceList(
            query, rows, count, [.. recommendations.Select(r => new SelectListItem(r.Words, r.Id.ToString()))], await ProjectsAsync(cancellationToken), await ClaimedAsync(cancellationToken),
            MessageAccess.Judge(typeof(AddEvidence), current) == Verdict.Allowed, tenant.Partnership.Vocabulary.RecommendationWord);
    }

    private async Task<IQueryable<EvidenceItem>> FilteredAsync(
        ListEvidence query, IEnumerable<AnsweringTarget> targets, CancellationToken cancellationToken)
    {
        var items = database.EvidenceItems.AsNoTracking();
        if (query.Recommendation is { } recommendation)
        {
            var links = new AnsweringLinks(targets);
            var found = await database.Projects.Where(links.Work).Select(p => p.Id)
                .Concat(database.Measures.Where(links.Measured).Select(m => m.Id)).ToListAsync(cancellationToken);
            var proves = EvidenceProof.Of(recommendation, found);
            items = items.Where(i => i.Links.AsQueryable().Any(proves));
        }

        if (query.Project is { } project)
        {
            items = items.Where(i => i.Links.AsQueryable().Select(EvidenceLink.ProvenProject).Contains(project));
        }

        return query.State switch
        {
            EvidenceReleaseState.Released => items.Where(i => i.Versions.Any(v => v.ReleasedAt != null)),
            EvidenceReleaseState.NotReleased => items.Where(i => !i.Versions.Any(v => v.ReleasedAt != null)),
            _ => items,
        };
    }

    /// <summary>What can be chosen, and to what the chosen one is linked.</summary>
    private async Task<List<(Guid Id, string Words, List<AnsweringTarget> Links)>> RecommendationsAsync(Guid? chosen, CancellationToken cancellationToken)
    {
        var rows = await database.Recommendations.AsNoTracking().OrderBy(r => r.Position).ThenBy(r => r.Number)
            .Select(r => new
            {
                r.Id,
                r.Number,
                r.Text,
                Links = r.Links.Where(l => l.RecommendationId == chosen)
                    .Select(l => new AnsweringTarget(l.RecommendationId, l.AimId, l.DriverId, l.ProjectId, l.MeasureId, l.Measure!.ProjectId)).ToList(),
            })
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(r => (r.Id, $"{r.Number}. {EnglishText.Cut(r.Text, ChoiceLength)}", r.Links));
    }

    private Task<List<SelectListItem>> ProjectsAsync(CancellationToken cancellationToken) =>
        database.Projects.AsNoTracking().OrderBy(p => p.Aim!.Position).ThenBy(p => p.Position)
            .Select(p => new SelectListItem(p.Number + " " + p.Title, p.Id.ToString())).ToListAsync(cancellationToken);

    private Task<List<ClaimedRow>> ClaimedAsync(CancellationToken cancellationToken)
    {
        var proven = database.ProjectsWithEvidence();
        return database.Projects.AsNoTracking()
            .Where(p => p.Status == ProjectStatus.DoneAwaitingEvidence && !proven.Contains(p.Id))
            .OrderBy(p => p.Aim!.Position).ThenBy(p => p.Position).Take(ClaimedMaximum)
            .Select(p => new ClaimedRow(p.Id, p.Number, p.Title)).ToListAsync(cancellationToken);
    }
}
