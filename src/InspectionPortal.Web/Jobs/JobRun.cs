using System.Diagnostics;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Jobs;

/// <summary>
/// One attempt at a job. It owns the row as long as the row carries its number; everything it writes there goes through
/// here, in short transactions of its own, so that two attempts at once leave the effect of one.
/// </summary>
public sealed class JobRun(JobOrder order, PartnershipScopes scopes, string name, TimeProvider time)
{
    private static readonly TimeSpan ReportEvery = TimeSpan.FromMilliseconds(500);

    private (string Words, long At)? _reported;

    /// <summary>Number of this attempt; good for a file name that no other attempt uses.</summary>
    public Guid Id { get; } = Guid.CreateVersion7();

    public JobOrder Order { get; } = order;

    /// <summary>Takes the row over.</summary>
    /// <returns>False where there is nothing to do: it was removed, or has ended.</returns>
    public Task<bool> StartAsync(CancellationToken cancellationToken) => TransactAsync(
        async database =>
        {
            if (await FindAsync(database, cancellationToken) is not { IsUnderWay: true } job)
            {
                return false;
            }

            job.State = JobState.Running;
            job.StartedAt ??= time.GetUtcNow();
            job.RunId = Id;
            job.StepsDone = 0;
            return true;
        },
        cancellationToken);

    /// <summary>Says how far it is: what begins at once, how far that is at most twice a second.</summary>
    /// <exception cref="JobLostException">The row is gone, or another attempt's.</exception>
    public async Task ReportAsync(int done, int total, string words, CancellationToken cancellationToken)
    {
        if (_reported is { } last && last.Words == words && Stopwatch.GetElapsedTime(last.At) < ReportEvery)
        {
            return;
        }

        _reported = (words, Stopwatch.GetTimestamp());
        await ChangeAsync(
            job =>
            {
                job.StepsDone = done;
                job.StepsTotal = total;
                job.StepWords = EnglishText.Truncate(words, PartnershipJob.WordsMaxLength);
            },
            cancellationToken);
    }

    /// <summary>Ends it well: the row and, before it is committed, what <paramref name="place"/> puts in place.</summary>
    /// <exception cref="JobLostException">The row is gone, or another attempt's; nothing was put in place.</exception>
    public Task FinishAsync(Action<PartnershipJob> complete, Action place, CancellationToken cancellationToken) => ChangeAsync(
        job =>
        {
            complete(job);
            Done(job);
        },
        cancellationToken,
        place);

    /// <summary>
    /// Does work and ends it well in one transaction: what the work wrote and that the job is done are there together or not
    /// at all, however often the job is killed and run again.
    /// </summary>
    /// <param name="work">Gets the services of the partnership's scope; may report how far it is meanwhile.</param>
    /// <exception cref="JobLostException">The row is gone, or another attempt's; nothing was written.</exception>
    /// <exception cref="JobFailedException">Somebody changed a row meanwhile that the work changed too; nothing was written.</exception>
    public async Task CompleteAsync(Func<IServiceProvider, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await scopes.RunAsync(Order.TenantId, Order.AskedBy, name, services =>
            {
                var database = services.GetRequiredService<PortalDbContext>();
                return services.GetRequiredService<UnitOfWork>().RunAsync(
                    async token =>
                    {
                        await work(services, token);
                        Done(await OwnAsync(database, token));
                        await database.SaveChangesAsync(token);
                        return true;
                    },
                    cancellationToken);
            });
        }
        catch (DbUpdateConcurrencyException exception)
        {
            throw new JobFailedException("Somebody changed the plan at the same moment. Nothing was kept: look at it as it is now, then try again.", exception);
        }
    }

    /// <summary>Ends it badly, in words. Says nothing where the row is no longer this attempt's.</summary>
    public async Task FailAsync(string why, CancellationToken cancellationToken)
    {
        try
        {
            await ChangeAsync(
                job =>
                {
                    job.State = JobState.Failed;
                    job.Failure = EnglishText.Truncate(why, PartnershipJob.FailureMaxLength);
                    job.FinishedAt = time.GetUtcNow();
                },
                cancellationToken);
        }
        catch (JobLostException)
        {
            // Nobody waits for it any more.
        }
    }

    private async Task ChangeAsync(Action<PartnershipJob> change, CancellationToken cancellationToken, Action? place = null)
    {
        try
        {
            await TransactAsync(
                async database =>
                {
                    change(await OwnAsync(database, cancellationToken));
                    await database.SaveChangesAsync(cancellationToken);
                    place?.Invoke();
                    return true;
                },
                cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new JobLostException();
        }
    }

    private void Done(PartnershipJob job)
    {
        job.State = JobState.Done;
        job.StepsDone = job.StepsTotal;
        job.FinishedAt = time.GetUtcNow();
    }

    private async Task<PartnershipJob> OwnAsync(PortalDbContext database, CancellationToken cancellationToken) =>
        await FindAsync(database, cancellationToken) is { State: JobState.Running } job && job.RunId == Id ? job : throw new JobLostException();

    private Task<PartnershipJob?> FindAsync(PortalDbContext database, CancellationToken cancellationToken) =>
        database.PartnershipJobs.FirstOrDefaultAsync(j => j.Id == Order.JobId, cancellationToken);

    private Task<T> TransactAsync<T>(Func<PortalDbContext, Task<T>> work, CancellationToken cancellationToken) =>
        scopes.TransactAsync(Order.TenantId, Order.AskedBy, name, work, cancellationToken);
}
