using System.Diagnostics;
using System.Globalization;

namespace InspectionPortal.Web.Data.EmbeddedPostgres;

/// <summary>
/// The server as a child process. The signal that Linux sends when a parent ends follows the thread that made the child,
/// so one thread does nothing but start the server and wait for it.
/// </summary>
internal sealed class UnixPostmaster : IPostmaster
{
    /// <summary>The log is opened by the portal's user, before the command gives its privileges up.</summary>
    private const string RunWithLog = "log=$1; shift; umask 077; exec \"$@\" </dev/null >>\"$log\" 2>&1";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;

    private UnixPostmaster(Process process, Task exited)
    {
        _process = process;
        ProcessId = process.Id;
        Exited = exited;
    }

    public int ProcessId { get; }

    public Task Exited { get; }

    public static async Task<UnixPostmaster> StartAsync(IReadOnlyList<string> command, string logFile)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        var exited = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var description = ExternalCommand.Describe(["/bin/sh", "-c", RunWithLog, "sh", logFile, .. command]);
        var thread = new Thread(() => StartAndWait(description, started, exited))
        {
            IsBackground = true,
            Name = "Embedded PostgreSQL",
        };
        thread.Start();
        return new UnixPostmaster(await started.Task, exited.Task);
    }

    /// <summary>SIGINT ends sessions and stops cleanly; SIGQUIT stops at once and leaves recovery to the next start.</summary>
    public async Task StopAsync()
    {
        foreach (var signal in (string[])["INT", "QUIT", "KILL"])
        {
            if (Exited.IsCompleted)
            {
                break;
            }

            await SignalAsync(signal);
            await Task.WhenAny(Exited, Task.Delay(Patience));
        }

        await Exited;
        _process.Dispose();
    }

    private async Task SignalAsync(string signal)
    {
        var id = ProcessId.ToString(CultureInfo.InvariantCulture);
        await ExternalCommand.RunAsync(["/bin/sh", "-c", "kill -s \"$1\" \"$2\"", "sh", signal, id], CancellationToken.None);
    }

    private static void StartAndWait(
        ProcessStartInfo description, TaskCompletionSource<Process> started, TaskCompletionSource exited)
    {
        Process process;
        try
        {
            process = ExternalCommand.Start(description);
        }
        catch (EmbeddedPostgresException exception)
        {
            started.SetException(exception);
            return;
        }

        started.SetResult(process);
        process.WaitForExit();
        exited.SetResult();
    }
}
