using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Jobs;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Archives;

/// <summary>What an archive of the partnership holds, the one being made, and those that can be fetched.</summary>
[Requires(Permission.TakeArchive)]
public sealed record ShowArchives : IQuery<ArchivesPage>;

internal sealed class ShowArchivesHandler(PortalDbContext database, TimeProvider time) : IRequestHandler<ShowArchives, ArchivesPage?>
{
    private const int Shown = 20;

    public async Task<ArchivesPage?> Handle(ShowArchives query, CancellationToken cancellationToken)
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

/// <param name="Rows">Newest first.</param>
/// <param name="EvidenceFiles">How many files evidence has.</param>
/// <param name="EvidenceBytes">How large they are together.</param>
public sealed record ArchivesPage(IReadOnlyList<ArchiveRow> Rows, int EvidenceFiles, long EvidenceBytes)
{
    /// <summary>The id that a new archive gets, so that a form sent twice makes one.</summary>
    public Guid NewId { get; } = Guid.CreateVersion7();

    public ArchiveRow? UnderWay => Rows.FirstOrDefault(r => r.State is JobState.Waiting or JobState.Running);

    public IEnumerable<ArchiveRow> Ready => Rows.Where(r => r.State == JobState.Done);

    /// <summary>The failure to show: the newest, unless something came after it.</summary>
    public ArchiveRow? Failed => Rows.Count > 0 && Rows[0].State == JobState.Failed ? Rows[0] : null;
}

public sealed class ArchiveRow
{
    public Guid Id { get; init; }
    public JobState State { get; init; }
    public DateTimeOffset AskedAt { get; init; }
    public string? AskedBy { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }
    public int StepsDone { get; init; }
    public int StepsTotal { get; init; }
    public string? StepWords { get; init; }
    public string? Failure { get; init; }
    public long? Size { get; init; }
    public string? Sha256 { get; init; }
    public int Downloads { get; init; }
}
