using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
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

/// <summary>What this person must say: the projects that their responsibilities lead today, in every open period.</summary>
/// <param name="PeriodId">The period of the item to open; null for any.</param>
/// <param name="ProjectId">The item to open; null for the first that waits.</param>
[Requires(Permission.WriteUpdates)]
public sealed record GetMyUpdates(Guid? PeriodId = null, Guid? ProjectId = null) : IQuery<MyUpdates>;

internal sealed class GetMyUpdatesHandler(PortalDbContext database, CurrentSession current, PlanClock clock, TimeProvider time)
    : IRequestHandler<GetMyUpdates, MyUpdates?>
{
    public async Task<MyUpdates?> Handle(GetMyUpdates query, CancellationToken cancellationToken)
    {
        var held = database.HeldBy(current.RequiredPerson.UserId, DateFormat.LocalDay(time.GetUtcNow(), current.RequiredTenant.Partnership.TimeZone));
        var responsibilities = await database.LeadResponsibilities.AsNoTracking().Where(r => held.Contains(r.Id))
            .OrderBy(r => r.Name).Select(r => r.Name).ToListAsync(cancellationToken);
        var periods = await UpdateCards.Periods(database.ReportingPeriods.Where(p => p.State == PeriodState.Open)).ToListAsync(cancellationToken);
        var projects = database.Projects.Where(p => p.Leads.Any(l => held.Contains(l.LeadResponsibilityId)));
        var cards = responsibilities.Count == 0 || periods.Count == 0
            ? []
            : await new UpdateCards(database, current, clock, time).ReadAsync(projects, periods, cancellationToken);
        var hasProjects = cards.Count > 0
            || (responsibilities.Count > 0 && await projects.AnyAsync(p => p.NoActionNeededReason == null && p.Status != ProjectStatus.Stopped, cancellationToken));
        var earlier = responsibilities.Count == 0 ? [] : await UpdateCards.Periods(database.ReportingPeriods.Where(
            p => p.State != PeriodState.Open && database.ProgressUpdates.Any(
                u => u.PeriodId == p.Id && u.State != UpdateState.Draft && projects.Any(own => own.Id == u.ProjectId))))
                    .ToListAsync(cancellationToken);
        var mayAccept = current.RequiredTenant.Has(Permission.AcceptUpdates);
        var mine = periods.ConvertAll(p => Period(p, cards)).FindAll(p => p.Count > 0);
        return new MyUpdates(
            responsibilities, OpenOne(mine, query), hasProjects, mayAccept,
            cards.Count > 0 ? [] : await LeadsAsync(cancellationToken))
        {
            Earlier = [.. earlier.OrderByDescending(p => p.To)],
        };
    }

    private static List<MyPeriod> OpenOne(List<MyPeriod> periods, GetMyUpdates query)
    {
        var waiting = periods.SelectMany(p => p.ToAnswer).ToList();
        var open = waiting.Find(c => c.Project.Id == query.ProjectId && (query.PeriodId is null || c.Period.Id == query.PeriodId))
            ?? waiting.Find(c => c.Autosaved is not null) ?? waiting.Find(c => !c.IsReady) ?? waiting.FirstOrDefault();
        return periods.ConvertAll(p => open is not null && p.ToAnswer.Contains(open) ? p with { Open = open } : p);
    }

    private MyPeriod Period(CardPeriod period, IReadOnlyList<UpdateCard> cards)
    {
        var own = cards.Where(c => c.Period.Id == period.Id && (c.IsAnswered || c.Project.Status != ProjectStatus.Stopped)).ToList();
        return new MyPeriod(
            period,
            [.. own.Where(c => !c.IsAnswered).OrderBy(c => c.Stored?.State == UpdateState.SentBack ? 0 : 1)
                .Select(c => c with
                {
                    Prefix = $"u{c.Period.Id:N}{c.Project.Id:N}-",
                    Missing = UpdateRules.Validate(c.Form, c.Project.Deadline, c.Project.Forecast, clock.Today),
                })],
            [.. own.Where(c => c.IsAnswered)], clock.Today > period.DueOn ? clock.Today.DayNumber - period.DueOn.DayNumber : null);
    }

    private Task<List<string>> LeadsAsync(CancellationToken cancellationToken) =>
        database.Memberships.AsNoTracking().Where(m => m.Role == PartnershipRole.PartnershipLead && !m.User!.IsDisabled)
            .OrderBy(m => m.User!.DisplayName).Select(m => m.User!.DisplayName).ToListAsync(cancellationToken);
}
