using System.Diagnostics;
using System.Globalization;

namespace InspectionPortal.Web.Data.EmbeddedPostgres;

/// <summary>The server under <c>pg_ctl</c>, which takes an administrator's rights from it as PostgreSQL demands.</summary>
internal sealed class WindowsPostmaster : IPostmaster
{
    private readonly string _pgCtl;

    private readonly string _cluster;

    private WindowsPostmaster(string pgCtl, string cluster, int processId, Task exited)
    {
        _pgCtl = pgCtl;
        _cluster = cluster;
        ProcessId = processId;
        Exited = exited;
    }

    public int ProcessId { get; }

    public Task Exited { get; }

    public static async Task<WindowsPostmaster> StartAsync(
        string pgCtl, ServerHome home, string settings, TimeSpan timeout, CancellationToken ct)
    {
        var seconds = ((int)timeout.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        await RunAsync([pgCtl, "start", "-w", "-t", seconds, "-D", home.Cluster, "-l", home.LogFile, "-o", settings], ct);
        var file = PostmasterFile.Read(home.Cluster)
            ?? throw new EmbeddedPostgresException($"The embedded PostgreSQL server did not start. Its log is '{home.LogFile}'.");
        return new WindowsPostmaster(pgCtl, home.Cluster, file.ProcessId, WaitAsync(file.ProcessId));
    }

    public async Task StopAsync()
    {
        if (!Exited.IsCompleted)
        {
            await RunAsync([_pgCtl, "stop", "-w", "-m", "fast", "-D", _cluster], CancellationToken.None);
        }

        await Exited;
    }

    /// <summary>The output is not captured: the server would keep it open for as long as it runs.</summary>
    private static async Task RunAsync(IReadOnlyList<string> command, CancellationToken ct)
    {
        using var process = ExternalCommand.Start(ExternalCommand.Describe(command));
        await process.WaitForExitAsync(ct);
    }

    private static async Task WaitAsync(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            await process.WaitForExitAsync();
        }
        catch (ArgumentException)
        {
            // It has ended already.
        }
    }
}
