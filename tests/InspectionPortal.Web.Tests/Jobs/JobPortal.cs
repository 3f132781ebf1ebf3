using System.Diagnostics;
using InspectionPortal.Testing;
using InspectionPortal.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace InspectionPortal.Web.Tests.Jobs;

/// <summary>A portal that runs jobs, with a second node that can be killed.</summary>
public class JobPortal : PortalFixture
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    protected override bool RunsJobs => true;

    /// <summary>Waits until the job has ended.</summary>
    public async Task<PartnershipJob> EndAsync(TestPartnership partnership, Guid id)
    {
        for (var until = DateTimeOffset.UtcNow + Patience; DateTimeOffset.UtcNow < until; await Task.Delay(100))
        {
            if (await FindAsync(partnership, id) is { IsUnderWay: false } ended)
            {
                return ended;
            }
        }

        throw new Xunit.Sdk.XunitException("The job did not end.");
    }

    public Task<PartnershipJob?> FindAsync(TestPartnership partnership, Guid id) =>
        Data.InTenantAsync(partnership.Id, database => database.PartnershipJobs.AsNoTracking().FirstOrDefaultAsync(j => j.Id == id));

    /// <summary>Waits until the job waits for the table that the test holds.</summary>
    public async Task HalfWayAsync(string table = "projects")
    {
        await using var looking = new NpgsqlConnection(OwnerConnection);
        await looking.OpenAsync();
        await UntilAsync(async () =>
        {
            await using var waits = new NpgsqlCommand("select exists (select from pg_locks where not granted and relation = @table::regclass and database = (select oid from pg_database where datname = current_database()))", looking) { Parameters = { new NpgsqlParameter("table", table) } };
            return await waits.ExecuteScalarAsync() is true;
        });
    }

    private JobsHost JobsHost => Host.Services.GetServices<IHostedService>().OfType<JobsHost>().Single();

    /// <summary>Stops running jobs on this node; it still asks for them.</summary>
    public Task StandbyAsync() => JobsHost.StopAsync(CancellationToken.None);

    /// <summary>Runs jobs on this node again.</summary>
    public Task ResumeAsync() => JobsHost.StartAsync(CancellationToken.None);

    /// <summary>Starts a recurring job as if its time had come.</summary>
    public void Trigger<TJob>()
        where TJob : RecurringJob => Host.Services.GetRequiredService<JobClient>().Enqueue(typeof(TJob));

    public static async Task UntilAsync(Func<Task<bool>> done)
    {
        for (var watch = Stopwatch.StartNew(); !await done(); await Task.Delay(100))
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), "It did not come to pass.");
        }
    }

    /// <summary>Kills the node in the middle of what it does, or asks it to stop as a service manager would.</summary>
    public static async Task EndAsync(Process node, bool isKilled)
    {
        if (isKilled)
        {
            node.Kill(entireProcessTree: true);
        }
        else
        {
            using var ask = Process.Start("kill", ["-TERM", $"{node.Id}"]);
            await ask.WaitForExitAsync();
        }

        await node.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(25)).Token);
    }

    /// <summary>A second node of the portal, as a process of its own that can be killed.</summary>
    public Process StartOther()
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, WorkingDirectory = AppContext.BaseDirectory, RedirectStandardError = false };
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add("http://127.0.0.1:0");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ConnectionStrings__Portal"] = AppConnection;
        start.Environment["Portal__DataDirectory"] = DataDirectory;
        start.Environment["Jobs__CheckIn"] = "00:00:01";
        start.Environment["Jobs__TakeOverAfter"] = "00:00:05";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        return Process.Start(start)!;
    }
}
