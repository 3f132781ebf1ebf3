using InspectionPortal.Domain.Imports;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Home;

/// <summary>What others did recently: from the audit for those who may read it, else the updates that were accepted.</summary>
internal sealed class HomeEvents(PortalDbContext database, TenantAccess access, VocabularyTerms terms)
{
    private const int Shown = 6;
    private const int Looked = 60;

    public async Task<IReadOnlyList<HomeEvent>> ReadAsync(IReadOnlyList<HomeProject> projects, CancellationToken cancellationToken)
    {
        var known = projects.ToDictionary(p => p.Id);
        return access.Has(Permission.ReadAudit)
            ? await ReadAuditAsync(known, cancellationToken)
            : await ReadUpdatesAsync(known, cancellationToken);
    }

    private async Task<IReadOnlyList<HomeEvent>> ReadAuditAsync(Dictionary<Guid, HomeProject> known, CancellationToken cancellationToken)
    {
        var entries = await database.AuditEntries.AsNoTracking()
            .Where(e => e.UserId != null && (!CommandSentences.Imports.Contains(e.Command) || e.EntityType == nameof(PlanImport)))
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(Looked)
            .Select(e => new
            {
                e.At,
                e.Command,
                e.EntityId,
                e.UserId,
                File = database.PlanImports.Where(i => i.Id == e.EntityId).Select(i => i.FileName).FirstOrDefault(),
                Who = database.Users.Where(u => u.Id == e.UserId).Select(u => u.DisplayName).FirstOrDefault(),
                Project = database.ProgressUpdates.Where(u => u.Id == e.EntityId).Select(u => (Guid?)u.ProjectId).FirstOrDefault()
                    ?? database.TestsOfChange.Where(t => t.Id == e.EntityId).Select(t => (Guid?)t.ProjectId).FirstOrDefault()
                    ?? database.Measures.Where(m => m.Id == e.EntityId).Select(m => m.ProjectId).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        // All that one command changes has one moment, and is one thing that somebody did.
        var done = entries.GroupBy(e => (e.UserId, e.Command, e.File, e.At)).Select(g =>
        {
            var project = g.Select(e => known.GetValueOrDefault(e.Project ?? e.EntityId)).FirstOrDefault(p => p is not null);
            var did = CommandSentences.Of(g.Key.Command, terms);
            var isImport = g.Key.File is not null && CommandSentences.IsImport(g.Key.Command);
            return Event(g.Key.At, g.First().Who ?? "Someone", isImport ? $"{did} from {g.Key.File}" : did, project);
        });

        // What somebody did again and again on one day is one thing that they did.
        return [.. done.GroupBy(e => e).Take(Shown)
            .Select(g => g.Count() is > 1 and var count ? g.Key with { Did = $"{g.Key.Did}, {EnglishText.Times(count)}" } : g.Key)];
    }

    private async Task<IReadOnlyList<HomeEvent>> ReadUpdatesAsync(Dictionary<Guid, HomeProject> known, CancellationToken cancellationToken)
    {
        var updates = await database.ProgressUpdates.AsNoTracking()
            .Where(u => u.State == UpdateState.Accepted && u.ReviewedAt != null)
            .OrderByDescending(u => u.ReviewedAt).Take(Shown)
            .Select(u => new { u.ProjectId, At = u.ReviewedAt!.Value, Period = u.Period!.Title })
            .ToListAsync(cancellationToken);
        return [.. updates.Select(u => Event(u.At, "The partnership lead", $"accepted the update for {u.Period}", known.GetValueOrDefault(u.ProjectId)))];
    }

    private HomeEvent Event(DateTimeOffset at, string who, string did, HomeProject? project) => new(
        DateFormat.LocalDay(at, access.Partnership.TimeZone), who, did,
        project is null ? null : $"{project.Number} {project.Title}", project is null ? null : $"~/projects/{project.Id}");
}
