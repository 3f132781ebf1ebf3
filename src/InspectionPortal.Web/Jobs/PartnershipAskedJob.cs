namespace InspectionPortal.Web.Jobs;

/// <summary>A job that one partnership asked for, with its row in <see cref="PartnershipJob"/>.</summary>
public abstract class PartnershipAskedJob(JobTools tools) : PortalJob
{
    protected PartnershipScopes Scopes { get; } = tools.Scopes;

    /// <summary>The name under which its changes stand in the audit.</summary>
    protected string Name => GetType().Name;

    /// <summary>
    /// Runs one attempt. Part of the wire format: see <see cref="PortalJob"/>. Its parameters are ids only, since Hangfire's tables and
    /// pages show them to people who may see nothing of a partnership.
    /// </summary>
    public Task ExecuteAsync(int tenantId, Guid jobId, Guid askedBy, CancellationToken cancellationToken) =>
        RunPrivatelyAsync(() => RunAsync(new JobOrder(tenantId, jobId, askedBy), cancellationToken), tools.Logs, cancellationToken);

    /// <summary>
    /// Does the work and ends with <see cref="JobRun.FinishAsync"/>. Whatever it leaves before that, it takes away when it fails.
    /// </summary>
    protected abstract Task WorkAsync(JobRun run, CancellationToken cancellationToken);

    private async Task RunAsync(JobOrder order, CancellationToken cancellationToken)
    {
        var run = new JobRun(order, Scopes, Name, tools.Time);
        if (!await run.StartAsync(cancellationToken))
        {
            return;
        }

        try
        {
            await WorkAsync(run, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The portal stops. Hangfire hands the job on, and it starts again from the beginning.
            throw;
        }
        catch (JobLostException)
        {
            // Removed, or another attempt's by now.
        }
        catch (Exception exception)
        {
            tools.Logs.CreateLogger(GetType()).LogError(exception, "{Job} {Id} of partnership {Tenant} failed.", Name, order.JobId, order.TenantId);
            await run.FailAsync(InWords(exception, run.Id), CancellationToken.None);
        }
    }

    private static string InWords(Exception exception, Guid attempt) => exception switch
    {
        JobFailedException failed => failed.Message,
        IOException or UnauthorizedAccessException =>
            "The portal could not write to its disk, which may be full. Nothing was saved. Ask the people who run the portal to make room in its data folder, then try again.",
        _ => $"Something went wrong and nothing was saved. Try again. If it fails again, give the people who run the portal this number: {attempt:N}.",
    };
}
