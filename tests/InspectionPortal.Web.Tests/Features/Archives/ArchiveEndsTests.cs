using System.Net;
using InspectionPortal.Testing;
using InspectionPortal.Web.Features.Archives;
using InspectionPortal.Web.Jobs;
using InspectionPortal.Web.Tests.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InspectionPortal.Web.Tests.Features.Archives;

/// <summary>How an archive ends otherwise than by being fetched: its week is over, its maker dies, somebody stops it.</summary>
public sealed class ArchiveEndsTests(ArchivePortal portal) : IClassFixture<ArchivePortal>
{
    [Fact]
    public async Task CleanUp_AtNight_RemovesWhatIsOverAndNothingElse()
    {
        var (partnership, other) = (await portal.Data.CreatePartnershipAsync(), await portal.Data.CreatePartnershipAsync());
        var (over, kept, others) = (await portal.MakeAsync(partnership), await portal.MakeAsync(partnership), await portal.MakeAsync(other));
        var stuck = Guid.CreateVersion7();
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            (await database.PartnershipJobs.SingleAsync(j => j.Id == over.Id)).ExpiresAt = DateTimeOffset.UtcNow.AddMinutes(-1);
            database.Add(new PartnershipJob { Id = stuck, Kind = JobKind.Archive, State = JobState.Running, AskedByUserId = partnership.Lead.Id, AskedAt = DateTimeOffset.UtcNow.AddDays(-2) });
            return true;
        });
        var stray = Path.Combine(portal.DataDirectory, "archives", $"{partnership.Id}", $"{Guid.NewGuid():N}.part");
        await File.WriteAllTextAsync(stray, "half made");
        File.SetLastWriteTimeUtc(stray, DateTime.UtcNow.AddDays(-2));

        var before = await portal.ClientFor(partnership.Lead).GetPageAsync($"/{partnership.Slug}/archive/{over.Id}/file");
        await NightAsync(() => Task.FromResult(portal.Files(partnership).Count == 1));

        Assert.Equal(HttpStatusCode.NotFound, before.Status);
        Assert.Null(await portal.FindAsync(partnership, over.Id));
        Assert.Equal([$"{kept.Id:N}.zip"], portal.Files(partnership));
        Assert.Equal([$"{others.Id:N}.zip"], portal.Files(other));
        Assert.Equal(JobState.Failed, (await portal.FindAsync(partnership, stuck))!.State);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Job_WhoseNodeIsKilledOrStoppedHalfWay_IsMadeOnceByWhoeverIsLeft(bool isKilled)
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        await portal.Data.CreatePlanAsync(partnership);
        await using var holding = new NpgsqlConnection(portal.OwnerConnection);
        await holding.OpenAsync();
        await portal.StandbyAsync();
        await using var transaction = await holding.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("lock table projects in access exclusive mode", holding, transaction))
        {
            await hold.ExecuteNonQueryAsync();
        }

        using var other = portal.StartOther();
        Guid id;
        try
        {
            id = await AskAsync(partnership);
            await portal.HalfWayAsync();
            Assert.EndsWith(".part", Assert.Single(portal.Files(partnership)), StringComparison.Ordinal);
        }
        finally
        {
            await JobPortal.EndAsync(other, isKilled);
        }

        await transaction.RollbackAsync();
        Assert.Equal(JobState.Running, (await portal.FindAsync(partnership, id))!.State);
        await portal.ResumeAsync();
        var ended = await portal.EndAsync(partnership, id);

        Assert.Equal(JobState.Done, ended.State);
        Assert.Single(portal.Files(partnership), f => f.EndsWith(".zip", StringComparison.Ordinal));
        Assert.Single(await portal.Data.InTenantAsync(partnership.Id, d => d.PartnershipJobs.Select(j => j.Id).ToListAsync()));
        using var archive = await portal.OpenAsync(partnership, id);
        Assert.NotEmpty(archive.Table("projects"));
    }

    [Fact]
    public async Task Delete_OneBeingMade_StopsItAndLeavesNothing()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        await portal.Data.CreatePlanAsync(partnership);
        await using var holding = new NpgsqlConnection(portal.OwnerConnection);
        await holding.OpenAsync();
        await using var transaction = await holding.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("lock table projects in access exclusive mode", holding, transaction))
        {
            await hold.ExecuteNonQueryAsync();
        }

        var id = await AskAsync(partnership);
        await portal.HalfWayAsync();
        var page = (await portal.ClientFor(partnership.Lead).GetPageAsync($"/{partnership.Slug}/archive")).ShouldBeOk();
        Assert.Contains("step", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("#make"));
        var stopped = await page.SubmitAsync($"form[action$='{id}/delete']");
        await transaction.RollbackAsync();
        await JobPortal.UntilAsync(() => Task.FromResult(portal.Files(partnership).Count == 0));

        Assert.Equal(HttpStatusCode.Redirect, stopped.Status);
        Assert.Null(await portal.FindAsync(partnership, id));
    }

    [Fact]
    public async Task Run_TakenOverByAnother_ChangesAndPlacesNothing()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        var job = new PartnershipJob { Kind = JobKind.Archive, AskedByUserId = partnership.Lead.Id, AskedAt = DateTimeOffset.UtcNow };
        await portal.Data.InTenantAsync(partnership.Id, database => Task.FromResult(database.Add(job).Entity.Id));
        var tools = portal.Host.Services.GetRequiredService<JobTools>();
        var order = new JobOrder(partnership.Id, job.Id, partnership.Lead.Id);
        var (first, second) = (new JobRun(order, tools.Scopes, "Test", tools.Time), new JobRun(order, tools.Scopes, "Test", tools.Time));
        var placed = new List<string>();

        Assert.True(await first.StartAsync(CancellationToken.None));
        Assert.True(await second.StartAsync(CancellationToken.None));
        await Assert.ThrowsAsync<JobLostException>(() => first.ReportAsync(1, 2, "Here", CancellationToken.None));
        await Assert.ThrowsAsync<JobLostException>(() => first.FinishAsync(_ => { }, () => placed.Add("first"), CancellationToken.None));
        await first.FailAsync("Nobody hears it", CancellationToken.None);
        await second.FinishAsync(_ => { }, () => placed.Add("second"), CancellationToken.None);

        Assert.Equal(["second"], placed);
        Assert.False(await first.StartAsync(CancellationToken.None));
        Assert.Equal((JobState.Done, null), ((await portal.FindAsync(partnership, job.Id))!.State, (await portal.FindAsync(partnership, job.Id))!.Failure));
    }

    private async Task<Guid> AskAsync(TestPartnership partnership)
    {
        var page = (await portal.ClientFor(partnership.Lead).GetPageAsync($"/{partnership.Slug}/archive")).ShouldBeOk();
        Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync("#make")).Status);
        return Guid.Parse(page.Find("#make input[name=Id]").GetAttribute("value")!);
    }

    private async Task NightAsync(Func<Task<bool>> done)
    {
        portal.Trigger<CleanUpArchivesJob>();
        await JobPortal.UntilAsync(done);
    }
}
