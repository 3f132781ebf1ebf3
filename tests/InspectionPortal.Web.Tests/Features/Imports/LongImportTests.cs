using System.Globalization;
using System.Text;
using InspectionPortal.Testing;
using InspectionPortal.Web.Features.Imports;
using InspectionPortal.Web.Jobs;
using InspectionPortal.Web.Tests.Jobs;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace InspectionPortal.Web.Tests.Features.Imports;

/// <summary>A file so large that a job brings it in.</summary>
public sealed class LongImportTests(JobPortal portal) : IClassFixture<JobPortal>
{
    private const int Rows = 1100;

    [Fact]
    public async Task Post_BringInOfALargeFile_IsAJobsWithProgressAndSoIsItsUndo()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        var client = portal.ClientFor(partnership.Lead);
        await using var holding = await HoldAsync("projects");
        var (import, shown, sent) = await AskAsync(client, partnership);
        await portal.HalfWayAsync();
        var claim = await ClaimAsync(partnership, import);
        await JobPortal.UntilAsync(async () => await ClaimAsync(partnership, import) != claim);

        var during = (await client.GetPageAsync($"/{partnership.Slug}/plans/import/{import}")).ShouldBeOk();
        var twice = await shown.SubmitAsync("form[action$='confirm']");
        var list = (await client.GetPageAsync($"/{partnership.Slug}/plans/import")).ShouldBeOk();
        await holding.DisposeAsync();
        var done = await portal.EndAsync(partnership, await JobAsync(partnership, import));

        Assert.Equal($"/{partnership.Slug}/plans/import/{import}", sent.Location);
        Assert.Equal($"/{partnership.Slug}/plans/import/{import}", twice.Location);
        Assert.Contains("Importing the plan", during.Text, StringComparison.Ordinal);
        Assert.Contains("Importing the plan: 0 of", during.Text, StringComparison.Ordinal);
        Assert.Contains("Importing", list.Text, StringComparison.Ordinal);
        Assert.Equal(JobState.Done, done.State);
        Assert.Equal(Rows, await ProjectsAsync(partnership));

        var after = (await client.GetPageAsync($"/{partnership.Slug}/plans/import/{import}")).ShouldBeOk();
        Assert.Contains("Undo this import", after.Text, StringComparison.Ordinal);
        await after.SubmitAsync("form[action$='undo']");
        var undone = await portal.EndAsync(partnership, await JobAsync(partnership, import));

        Assert.Equal((JobKind.UndoImport, JobState.Done, null), (undone.Kind, undone.State, undone.Failure));
        Assert.Equal(0, await ProjectsAsync(partnership));
        Assert.Equal(1, await JobsAsync(partnership, JobKind.BringIn));
    }

    [Fact]
    public async Task Post_BringInWhereThePlanChanged_SaysSoAndBringsInNothing()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        await portal.Data.CreatePlanAsync(partnership);
        var client = portal.ClientFor(partnership.Lead);
        var page = await UploadAsync(client, partnership);
        await portal.Data.InTenantAsync(partnership.Id, async database => (await database.StretchAims.OrderBy(a => a.Position).FirstAsync()).Statement = "Aim 1");

        var sent = await page.SubmitAsync("form[action$='confirm']");
        var import = Guid.Parse(sent.Location!.Split('/')[^1]);
        var failed = await portal.EndAsync(partnership, await JobAsync(partnership, import));
        var after = (await client.GetPageAsync(sent.Location)).ShouldBeOk();

        Assert.Equal(JobState.Failed, failed.State);
        Assert.Contains("The file was not imported", after.Text, StringComparison.Ordinal);
        Assert.Contains("Someone changed the plan while you had this page open", after.Text, StringComparison.Ordinal);
        Assert.Equal(0, await ProjectsAsync(partnership));
        Assert.Equal($"/{partnership.Slug}/plans/import/{import}", (await after.SubmitAsync("form[action$='confirm']")).Location);
        Assert.Equal(JobState.Done, (await portal.EndAsync(partnership, await JobAsync(partnership, import))).State);
        Assert.Equal(Rows, await ProjectsAsync(partnership));
    }

    [Fact]
    public async Task Job_WhoseNodeIsKilledHalfWay_LeavesNothingAndThenOneEffect()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        await using var holding = await HoldAsync("update_entries");
        await portal.StandbyAsync();
        using var other = portal.StartOther();
        Guid import;
        try
        {
            (import, _, _) = await AskAsync(portal.ClientFor(partnership.Lead), partnership);
            await portal.HalfWayAsync("update_entries");
        }
        finally
        {
            await JobPortal.EndAsync(other, isKilled: true);
        }

        await holding.DisposeAsync();
        var job = await JobAsync(partnership, import);
        Assert.Equal(JobState.Running, (await portal.FindAsync(partnership, job))!.State);
        Assert.Equal(0, await ProjectsAsync(partnership));
        await portal.ResumeAsync();
        var ended = await portal.EndAsync(partnership, job);

        Assert.Equal((JobState.Done, null), (ended.State, ended.Failure));
        Assert.Equal(Rows, await ProjectsAsync(partnership));
        Assert.Equal(1, await portal.Data.InTenantAsync(partnership.Id, database => database.Plans.CountAsync()));
    }

    [Fact]
    public async Task CleanUp_AtNight_ForgetsWhatIsOverAndNothingElse()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        var client = portal.ClientFor(partnership.Lead);
        var (over, fresh) = (await UploadAsync(client, partnership, 2), await UploadAsync(client, partnership, 2));
        var now = DateTimeOffset.UtcNow;
        var (stuck, old) = (Job(partnership, JobState.Running, now.AddDays(-2)), Job(partnership, JobState.Done, now.AddDays(-8)));
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            (await database.PlanImports.SingleAsync(i => i.Id == Id(over))).At = now.AddDays(-8);
            database.AddRange(stuck, old);
            return true;
        });

        portal.Trigger<CleanUpImportsJob>();
        await JobPortal.UntilAsync(async () => await portal.FindAsync(partnership, old.Id) is null);

        Assert.Equal([Id(fresh)], await portal.Data.InTenantAsync(partnership.Id, database => database.PlanImports.Select(i => i.Id).ToListAsync()));
        Assert.Equal(JobState.Failed, (await portal.FindAsync(partnership, stuck.Id))!.State);
    }

    private static PartnershipJob Job(TestPartnership partnership, JobState state, DateTimeOffset at) => new()
    {
        Kind = JobKind.BringIn,
        State = state,
        AskedByUserId = partnership.Lead.Id,
        AskedAt = at,
        FinishedAt = state == JobState.Done ? at : null,
    };

    private static Guid Id(TestPage page) => Guid.Parse(page.Find("form[action$='confirm']").GetAttribute("action")!.Split('/')[^2]);

    private static string File(int rows)
    {
        var file = new StringBuilder("Aim,Ref,Action,Deadline,Progress\n");
        for (var i = 1; i <= rows; i++)
        {
            file.Append(CultureInfo.InvariantCulture, $"Aim {i % 3},{i % 3}.{i},Action {i} of many,May 2025,Step {i} is taken\n");
        }

        return file.ToString();
    }

    private static Task<TestPage> UploadAsync(HttpClient client, TestPartnership partnership, int rows = Rows) =>
        client.ReadFileAsync(partnership, "plan.csv", Encoding.UTF8.GetBytes(File(rows)));

    private static async Task<(Guid Import, TestPage Shown, TestPage Sent)> AskAsync(HttpClient client, TestPartnership partnership)
    {
        var page = await UploadAsync(client, partnership);
        return (Id(page), page, await page.SubmitAsync("form[action$='confirm']"));
    }

    /// <summary>Keeps a table from being written to, until what is given back is disposed of.</summary>
    private async Task<NpgsqlConnection> HoldAsync(string table)
    {
        var sql = table == "projects" ? "begin; lock table projects in share row exclusive mode" : "begin; lock table update_entries in share row exclusive mode";
        var holding = new NpgsqlConnection(portal.OwnerConnection);
        await holding.OpenAsync();
        await using var hold = new NpgsqlCommand(sql, holding);
        await hold.ExecuteNonQueryAsync();
        return holding;
    }

    private Task<Guid> JobAsync(TestPartnership partnership, Guid import) =>
        portal.Data.InTenantAsync(partnership.Id, async database => (await database.PlanImports.AsNoTracking().SingleAsync(i => i.Id == import)).JobId!.Value);

    /// <summary>When the node that runs the job last renewed its claim to it; another node waits for that to grow old.</summary>
    private async Task<string> ClaimAsync(TestPartnership partnership, Guid import) => Assert.Single(await portal.ColumnAsync(
        $"select q.fetchedat::text from hangfire.jobqueue q join hangfire.job j on j.id = q.jobid where j.arguments::text like '%{await JobAsync(partnership, import)}%'"));

    private Task<int> ProjectsAsync(TestPartnership partnership) => portal.Data.InTenantAsync(partnership.Id, database => database.Projects.CountAsync(p => p.Title.StartsWith("Action ")));

    private Task<int> JobsAsync(TestPartnership partnership, JobKind kind) => portal.Data.InTenantAsync(partnership.Id, database => database.PartnershipJobs.CountAsync(j => j.Kind == kind));
}
