using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>What was said in a period that is closed, of the items that this person leads today.</summary>
[Requires(Permission.WriteUpdates)]
public sealed record GetMyEarlierUpdates(Guid PeriodId) : IQuery<MyEarlierUpdates>;

internal sealed class GetMyEarlierUpdatesHandler(PortalDbContext database, CurrentSession current, PlanClock clock, TimeProvider time)
    : IRequestHandler<GetMyEarlierUpdates, MyEarlierUpdates?>
{
    public async Task<MyEarlierUpdates?> Handle(GetMyEarlierUpdates query, CancellationToken cancellationToken)
    {
        var period = await UpdateCards.Periods(database.ReportingPeriods.Where(p => p.Id == query.PeriodId && p.State != PeriodState.Open))
            .FirstOrDefaultAsync(cancellationToken);
        if (period is null)
        {
            return null;
        }

        var held = database.HeldBy(
            current.RequiredPerson.UserId, DateFormat.LocalDay(time.GetUtcNow(), current.RequiredTenant.Partnership.TimeZone));
        var projects = database.Projects.Where(p => p.Leads.Any(l => held.Contains(l.LeadResponsibilityId)));
        var cards = await new UpdateCards(database, current, clock, time).ReadAsync(projects, [period], cancellationToken);
        return new MyEarlierUpdates(period, [.. cards.Where(c => c.Stored is not null)], cards.Count(c => c.Stored is null));
    }
}
