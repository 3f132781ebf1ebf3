namespace InspectionPortal.Web.Identity;

/// <summary>Writes, each minute and when the process stops, how many events of a flood were counted and not written.</summary>
public sealed class SecurityLogFlush(IServiceScopeFactory scopes, SecurityEventLimiter limiter) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await WriteAsync(limiter.TakeCounted(), stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await WriteAsync(limiter.TakeAllCounted(), CancellationToken.None);
        }
    }

    private async Task WriteAsync(IReadOnlyList<SecurityEvent> lines, CancellationToken cancellationToken)
    {
        if (lines.Count == 0)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SecurityLog>().WriteLinesAsync(lines, cancellationToken);
    }
}
