using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>Every quarter with where it is, the latest first.</summary>
[Requires(Permission.ReadPlan)]
public sealed record ListPeriods : IQuery<PeriodsPage>;

internal sealed class ListPeriodsHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<ListPeriods, PeriodsPage?>
{
    public async Task<PeriodsPage?> Handle(ListPeriods query, CancellationToken cancellationToken)
    {
        var periods = await database.ReportingPeriods.AsNoTracking().OrderByDescending(p => p.From).ThenByDescending(p => p.DueOn).ThenBy(p => p.Id)
            .Select(p => new PeriodLine(
                p.Id, p.Title, p.Plan!.Title, p.DueOn, p.MeetingOn, p.State,
                database.ProgressUpdates.Count(u => u.PeriodId == p.Id && (u.State == UpdateState.Submitted || u.State == UpdateState.Accepted)),
                database.Projects.Count(x => x.Aim!.PlanId == p.PlanId && x.NoActionNeededReason == null && (x.Status != ProjectStatus.Stopped
                    || x.Updates.Any(u => u.PeriodId == p.Id && (u.State == UpdateState.Submitted || u.State == UpdateState.Accepted))))))
            .ToListAsync(cancellationToken);
        var hasPlan = await database.Plans.AnyAsync(cancellationToken);
        return new PeriodsPage(periods, hasPlan, MessageAccess.Judge(typeof(OpenPeriod), current) == Verdict.Allowed);
    }
}
