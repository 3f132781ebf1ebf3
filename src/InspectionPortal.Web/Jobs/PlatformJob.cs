namespace InspectionPortal.Web.Jobs;

/// <summary>
/// A job that the clock starts and that works on the platform's own tables, such as the outbox. No partnership is entered, so
/// the database shows it no row of any.
/// </summary>
public abstract class PlatformJob(JobTools tools) : RecurringJob(tools)
{
    private protected override Task RunAsync(CancellationToken cancellationToken) =>
        Scopes.RunAsPlatformAsync(Name, services => WorkAsync(services, cancellationToken));

    /// <summary>Does the work.</summary>
    /// <param name="services">A scope of services without a partnership. Use its <c>UnitOfWork</c> for each transaction.</param>
    /// <param name="cancellationToken">Ends when the node stops; what was not done is done by the next run.</param>
    protected abstract Task WorkAsync(IServiceProvider services, CancellationToken cancellationToken);
}
