namespace InspectionPortal.Web.Jobs;

/// <summary>
/// A job that the clock starts and that looks after each partnership in turn. One that fails does not keep the others waiting.
/// </summary>
public abstract class EachPartnershipJob(JobTools tools) : RecurringJob(tools)
{
    private readonly ILoggerFactory _logs = tools.Logs;

    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var tenantId in await Scopes.PartnershipsAsync(cancellationToken))
        {
            try
            {
                await WorkAsync(tenantId, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                _logs.CreateLogger(GetType()).LogError(exception, "{Job} failed for partnership {Tenant}.", Name, tenantId);
            }
        }
    }

    /// <summary>Does the work for one partnership, in scopes of that partnership.</summary>
    protected abstract Task WorkAsync(int tenantId, CancellationToken cancellationToken);
}
