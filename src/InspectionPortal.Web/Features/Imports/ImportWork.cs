using InspectionPortal.Domain.Imports;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>Says how far a long import is.</summary>
/// <param name="done">Rows done.</param>
/// <param name="total">Rows in all; zero while that is not known.</param>
/// <param name="words">What is being done now.</param>
internal delegate Task ImportProgress(int done, int total, string words, CancellationToken cancellationToken);

/// <summary>What is long, and how its rows are written.</summary>
internal static class ImportWork
{
    /// <summary>
    /// More rows than this are a job's. Reading, comparing, writing and writing down takes one to one and a half milliseconds
    /// a row on two cores, so that nobody waits more than about three seconds for a page.
    /// </summary>
    public const int AtOnce = 2000;

    /// <summary>Rows between two words on how far it is; each portion is seen through by the change tracker once.</summary>
    private const int Portion = 2000;

    public static Task Silently(int done, int total, string words, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>True while a job brings the file in or undoes it.</summary>
    public static Task<bool> IsUnderWayAsync(PortalDbContext database, PlanImport import, CancellationToken cancellationToken) => import.JobId is { } id
        ? database.PartnershipJobs.AnyAsync(j => j.Id == id && (j.State == JobState.Waiting || j.State == JobState.Running), cancellationToken)
        : Task.FromResult(false);

    /// <summary>Hands the work to a job, together with the import's own row.</summary>
    public static Task AskAsync<TJob>(this JobQueue queue, PlanImport import, JobKind kind, Guid askedBy, DateTimeOffset now, CancellationToken cancellationToken)
        where TJob : PartnershipAskedJob
    {
        var job = new PartnershipJob { TenantId = import.TenantId, Kind = kind, State = JobState.Waiting, AskedByUserId = askedBy, AskedAt = now };
        import.JobId = job.Id;
        return queue.AskAsync<TJob>(job, cancellationToken);
    }

    /// <summary>Saves rows in portions, each after saying how far it is, all in the transaction of whoever asks.</summary>
    public static async Task SaveAsync<T>(
        PortalDbContext database, IReadOnlyList<T> rows, Action<IEnumerable<T>> take, (string Words, ImportProgress Report) told, CancellationToken cancellationToken)
        where T : TenantEntity
    {
        for (var at = 0; at < rows.Count; at += Portion)
        {
            await told.Report(at, rows.Count, told.Words, cancellationToken);
            take(rows.Skip(at).Take(Portion));
            await database.SaveChangesAsync(cancellationToken);
        }
    }
}
