namespace InspectionPortal.Web.Data.EmbeddedPostgres;

/// <summary>A lock on a file, so that of several processes one starts the server and the others find it running.</summary>
internal sealed class StartupLock : IDisposable
{
    private readonly FileStream _file;

    private StartupLock(FileStream file) => _file = file;

    public static async Task<StartupLock> TakeAsync(string path, TimeSpan timeout, CancellationToken ct)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(timeout);
        while (true)
        {
            try
            {
                return new StartupLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException exception) when (exception is not (DirectoryNotFoundException or PathTooLongException))
            {
                await WaitAsync(path, deadline.Token, ct);
            }
        }
    }

    public void Dispose() => _file.Dispose();

    private static async Task WaitAsync(string path, CancellationToken deadline, CancellationToken ct)
    {
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), deadline);
        }
        catch (OperationCanceledException exception) when (!ct.IsCancellationRequested)
        {
            throw new EmbeddedPostgresException(
                $"Another process holds '{path}' and has not finished starting the embedded PostgreSQL server. End it and start again.",
                exception);
        }
    }
}
