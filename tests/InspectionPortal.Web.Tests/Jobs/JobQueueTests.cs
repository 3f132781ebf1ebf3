using System.Net;
using InspectionPortal.Testing;
using InspectionPortal.Web.Features.Archives;
using InspectionPortal.Web.Features.Imports;
using InspectionPortal.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Web.Tests.Jobs;

/// <summary>Asking for jobs on a node that runs none, so that what is queued stays there to be counted.</summary>
public sealed class JobQueueTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task Ask_OnceCommitted_IsQueuedWithIdsAndNothingElse()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();

        var row = await AskAsync(partnership, Row(partnership));

        Assert.Equal(1, await portal.AttemptsAsync(row.Id));
        var arguments = Assert.Single(await portal.ColumnAsync($"select arguments::text from hangfire.job where arguments::text like '%{row.Id}%'"));
        Assert.Equal($"""["{partnership.Id}", "\"{row.Id}\"", "\"{partnership.Lead.Id}\"", null]""", arguments);
    }

    [Fact]
    public async Task Ask_RolledBack_LeavesNeitherRowNorAttempt()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        var row = Row(partnership);

        await Assert.ThrowsAsync<OperationCanceledException>(() => portal.Data.RunAsync<bool>(partnership.Id, async (_, services) =>
        {
            await services.GetRequiredService<JobQueue>().AskAsync<CreateArchiveJob>(row, CancellationToken.None);
            throw new OperationCanceledException();
        }));

        Assert.Equal(0, await portal.AttemptsAsync(row.Id));
        Assert.False(await portal.Data.InTenantAsync(partnership.Id, database => Task.FromResult(database.PartnershipJobs.Any(j => j.Id == row.Id))));
    }

    [Fact]
    public async Task Ask_ForARowOfAnotherKind_IsRefused()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => portal.Data.RunAsync(partnership.Id, async (_, services) =>
        {
            await services.GetRequiredService<JobQueue>().AskAsync<UndoImportJob>(Row(partnership), CancellationToken.None);
            return true;
        }));
    }

    [Fact]
    public async Task Ask_WhileHangfireCannotBeReached_IsAnsweredAndTheSweepQueuesIt()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        var page = (await portal.ClientFor(partnership.Lead).GetPageAsync($"/{partnership.Slug}/archive")).ShouldBeOk();
        var id = Guid.Parse(page.Find("#make input[name=Id]").GetAttribute("value")!);
        await portal.ExecuteAsync("alter table hangfire.job rename to job_away");
        var sent = await page.SubmitAsync("#make");
        await portal.ExecuteAsync("alter table hangfire.job_away rename to job");
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Equal(0, await portal.AttemptsAsync(id));

        await SweepAsync();
        Assert.Equal(0, await portal.AttemptsAsync(id));
        await portal.Data.InTenantAsync(partnership.Id, database => Task.FromResult(
            database.PartnershipJobs.Single(j => j.Id == id).AskedAt -= EnqueueMissedJobs.Grace));
        await SweepAsync();
        await SweepAsync();

        Assert.Equal(1, await portal.AttemptsAsync(id));
    }

    [Theory]
    [InlineData(JobState.Waiting, 1)]
    [InlineData(JobState.Running, 1)]
    [InlineData(JobState.Done, 0)]
    [InlineData(JobState.Failed, 0)]
    public async Task Sweep_RowWithoutAnAttempt_IsQueuedWhileItIsUnderWay(JobState state, int attempts)
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        var row = Row(partnership);
        row.State = state;
        row.AskedAt -= EnqueueMissedJobs.Grace;
        await portal.Data.InTenantAsync(partnership.Id, database => Task.FromResult(database.Add(row)));

        await SweepAsync();

        Assert.Equal(attempts, await portal.AttemptsAsync(row.Id));
    }

    [Fact]
    public async Task Sweep_RowWhoseAttemptWasDeleted_IsQueuedAgain()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        var row = Row(partnership);
        row.AskedAt -= EnqueueMissedJobs.Grace;
        await AskAsync(partnership, row);
        await portal.ExecuteAsync($"delete from hangfire.job where arguments::text like '%{row.Id}%'");

        await SweepAsync();

        Assert.Equal(1, await portal.AttemptsAsync(row.Id));
    }

    [Fact]
    public async Task RunAfterCommit_AskedForTwice_QueuesOneRun()
    {
        var before = await portal.RunsAsync<CleanUpArchivesJob>("Enqueued");

        await portal.Data.RunAsync(null, (_, services) =>
        {
            var queue = services.GetRequiredService<JobQueue>();
            queue.RunAfterCommit<CleanUpArchivesJob>();
            queue.RunAfterCommit<CleanUpArchivesJob>();
            return Task.FromResult(true);
        });

        Assert.Single((await portal.RunsAsync<CleanUpArchivesJob>("Enqueued")).Except(before));
    }

    [Fact]
    public async Task Recurring_WhileARunHasItsTurn_DoesNothing()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        var row = Row(partnership);
        row.AskedAt -= EnqueueMissedJobs.Grace;
        await portal.Data.InTenantAsync(partnership.Id, database => Task.FromResult(database.Add(row)));

        await using (await portal.Host.Services.GetRequiredService<JobTurns>().TryTakeAsync(nameof(EnqueueMissedJobs), CancellationToken.None))
        {
            await SweepAsync();
            Assert.Equal(0, await portal.AttemptsAsync(row.Id));
        }

        await SweepAsync();
        Assert.Equal(1, await portal.AttemptsAsync(row.Id));
    }

    private static PartnershipJob Row(TestPartnership partnership) => new()
    {
        TenantId = partnership.Id,
        Kind = JobKind.Archive,
        AskedByUserId = partnership.Lead.Id,
        AskedAt = DateTimeOffset.UtcNow,
    };

    private Task<PartnershipJob> AskAsync(TestPartnership partnership, PartnershipJob row) => portal.Data.RunAsync(partnership.Id, async (_, services) =>
    {
        await services.GetRequiredService<JobQueue>().AskAsync<CreateArchiveJob>(row, CancellationToken.None);
        return row;
    });

    private async Task SweepAsync()
    {
        await using var scope = portal.Host.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<EnqueueMissedJobs>(scope.ServiceProvider).ExecuteAsync(CancellationToken.None);
    }
}
