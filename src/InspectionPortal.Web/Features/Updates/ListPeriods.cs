using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>Every quarter with where it is, the latest first.</summary>
[Requires(Permission.ReadPlan)]
public sealed record ListPeriods : IQuery<PeriodsPage>;

public sealed record PeriodsPage(IReadOnlyList<PeriodLine> Periods, bool HasPlan, bool MayOpen);

public sealed record PeriodLine(Guid Id, string Title, string Plan, DateOnly DueOn, DateOnly? MeetingOn, PeriodState State, int Answered, int Projects)
{
    public string StateWords => State switch
    {
        PeriodState.Open => "Open for updates",
        PeriodState.WithLead => "With the partnership lead",
        PeriodState.Submitted => "With the chief officers",
        _ => "Approved",
    };
}

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
