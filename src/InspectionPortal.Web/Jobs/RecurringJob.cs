namespace InspectionPortal.Web.Jobs;

/// <summary>
/// A job that the clock starts. To add one: derive from <see cref="EachPartnershipJob"/> or <see cref="PlatformJob"/>, say what it
/// is with <see cref="JobIsAttribute"/>, and call <see cref="JobServices.AddRecurringJob{TJob}(IServiceCollection, string, string)"/>
/// where the
/// services of its feature are registered. To start it as soon as a transaction is committed, without waiting for the clock,
/// call <see cref="JobQueue.RunAfterCommit{TJob}"/> within that transaction.
/// </summary>
/// <remarks>
/// It is not tried again when it fails: its next time comes. A run that was cut off by a crash is run again from the start.
/// </remarks>
public abstract class RecurringJob(JobTools tools) : PortalJob
{
    /// <summary>Scopes of services, of one partnership or of the platform.</summary>
    protected PartnershipScopes Scopes { get; } = tools.Scopes;

    /// <summary>The name that the audit shows for what it changes.</summary>
    protected string Name => GetType().Name;

    /// <summary>
    /// False: while one run works, on any node, another ends at once without doing anything. True where runs side by side do no
    /// harm and what was asked for during a run must not wait for the next; such a job locks the rows that it takes.
    /// </summary>
    protected virtual bool MayOverlap => false;

    /// <summary>Runs it once. Part of the wire format: see <see cref="PortalJob"/>.</summary>
    public Task ExecuteAsync(CancellationToken cancellationToken) =>
        RunPrivatelyAsync(() => TakeTurnAsync(cancellationToken), tools.Logs, cancellationToken);

    private protected abstract Task RunAsync(CancellationToken cancellationToken);

    private async Task TakeTurnAsync(CancellationToken cancellationToken)
    {
        if (MayOverlap)
        {
            await RunAsync(cancellationToken);
            return;
        }

        await using var turn = await tools.Turns.TryTakeAsync(Name, cancellationToken);
        if (turn is not null)
        {
            await RunAsync(cancellationToken);
        }
    }
}
