using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Jobs;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Archives;

/// <summary>What an archive of the partnership holds, the one being made, and those that can be fetched.</summary>
[Requires(Permission.TakeArchive)]
public sealed record ListArchives : IQuery<ArchivesPage>;

internal sealed class ListArchivesHandler(PortalDbContext database, TimeProvider time) : IRequestHandler<ListArchives, ArchivesPage?>
{
    private const int Shown = 20;

    public async Task<ArchivesPage?> Handle(ListArchives query, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var rows = await database.PartnershipJobs.AsNoTracking()
            .Where(j => j.Kind == JobKind.Archive && (j.ExpiresAt == null || j.ExpiresAt > now))
            .OrderByDescending(j => j.AskedAt).Take(Shown)
            .Select(j => new ArchiveRow
            {
                Id = j.Id,
                State = j.State,
                AskedAt = j.AskedAt,
                AskedBy = database.Users.Where(u => u.Id == j.AskedByUserId).Select(u => u.DisplayName).FirstOrDefault(),
                FinishedAt = j.FinishedAt,
                ExpiresAt = j.ExpiresAt,
                StepsDone = j.StepsDone,
                StepsTotal = j.StepsTotal,
                StepWords = j.StepWords,
                Failure = j.Failure,
                Size = j.FileSize,
                Sha256 = j.FileSha256,
                Downloads = j.Downloads,
            })
            .ToListAsync(cancellationToken);
        var files = await database.EvidenceVersions.Where(v => v.StorageName != null).GroupBy(_ => 1)
            .Select(g => new { Count = g.Count(), Bytes = g.Sum(v => v.Size ?? 0) })
            .SingleOrDefaultAsync(cancellationToken);
        return new ArchivesPage(rows, files?.Count ?? 0, files?.Bytes ?? 0);
    }
}
