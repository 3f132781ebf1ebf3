using InspectionPortal.Web.Data;
using InspectionPortal.Web.Jobs;

namespace InspectionPortal.Web.Features.Updates.Calendars;

/// <summary>
/// Every hour of the working day: opens the periods that reporting calendars ask for. Each plan has a transaction of its own, a lock on
/// its calendar and a unique index over the days, so a second node, a crash or a second run opens nothing twice.
/// </summary>
[JobIs("Open reporting periods", JobReach.EachPartnership)]
public sealed class OpenPeriodsJob(JobTools tools) : EachPartnershipJob(tools)
{
    protected override async Task WorkAsync(int tenantId, CancellationToken cancellationToken)
    {
        foreach (var planId in await RunAsync(tenantId, (opener, token) => opener.PlansAsync(token), cancellationToken))
        {
            await RunAsync(tenantId, (opener, token) => opener.OpenAsync(planId, token), cancellationToken);
        }
    }

    private Task<T> RunAsync<T>(
        int tenantId, Func<CalendarPeriodOpener, CancellationToken, Task<T>> work, CancellationToken cancellationToken) => Scopes.RunAsync(
        tenantId, acting: null, Name,
        services => services.GetRequiredService<UnitOfWork>().RunAsync(
            token => work(services.GetRequiredService<CalendarPeriodOpener>(), token), cancellationToken));
}
