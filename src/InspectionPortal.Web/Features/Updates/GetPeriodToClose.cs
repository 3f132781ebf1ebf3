using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>What closing a quarter means now: who has not answered, and what still waits for review.</summary>
[Requires(Permission.SubmitQuarter)]
public sealed record GetPeriodToClose(Guid Id) : IQuery<PeriodToClose>;

internal sealed class GetPeriodToCloseHandler(PortalDbContext database) : IRequestHandler<GetPeriodToClose, PeriodToClose?>
{
    public async Task<PeriodToClose?> Handle(GetPeriodToClose query, CancellationToken cancellationToken)
    {
        var period = await database.ReportingPeriods.AsNoTracking()
            .FirstOrDefaultAsync(p => p.Id == query.Id && p.Kind == PeriodKind.Quarter, cancellationToken);
        if (period is null)
        {
            return null;
        }

        var projects = await database.Projects.AsNoTracking().Where(p => p.Aim!.PlanId == period.PlanId).AskedIn(period.Id)
            .OrderBy(p => p.Aim!.Position).ThenBy(p => p.Position).ThenBy(p => p.Id)
            .Select(p => new UnansweredItem(
                p.Id, p.Number, p.Title, p.Updates.Where(u => u.PeriodId == period.Id).Select(u => (UpdateState?)u.State).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        return new PeriodToClose(
            period.Id, period.Title, period.State, period.DueOn,
            [.. projects.Where(p => p.State is null or UpdateState.Draft or UpdateState.SentBack)], projects.Count(p => p.State == UpdateState.Submitted), projects.Count);
    }
}
