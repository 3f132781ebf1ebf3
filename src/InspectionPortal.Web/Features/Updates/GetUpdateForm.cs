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

/// <summary>One item on its own page. Without a period: the one that is due first of those in which this person can write.</summary>
[Requires(Permission.WriteUpdates)]
public sealed record GetUpdateForm(Guid ProjectId, Guid? PeriodId) : IQuery<UpdateFormPage>;

internal sealed class GetUpdateFormHandler(PortalDbContext database, CurrentSession current, PlanClock clock, TimeProvider time)
    : IRequestHandler<GetUpdateForm, UpdateFormPage?>
{
    public async Task<UpdateFormPage?> Handle(GetUpdateForm query, CancellationToken cancellationToken)
    {
        var isLead = current.RequiredTenant.Has(Permission.AcceptUpdates);
        var held = database.HeldBy(current.RequiredPerson.UserId, DateFormat.LocalDay(time.GetUtcNow(), current.RequiredTenant.Partnership.TimeZone));
        var project = await database.Projects.AsNoTracking()
            .Where(p => p.Id == query.ProjectId && p.NoActionNeededReason == null)
            .Select(p => new { p.Number, p.Title, p.Aim!.PlanId, IsHeld = p.Leads.Any(l => held.Contains(l.LeadResponsibilityId)) })
            .FirstOrDefaultAsync(cancellationToken);
        if (project is null)
        {
            return null;
        }

        if (!isLead && !project.IsHeld)
        {
            throw new MessageRefusedException(StatusCodes.Status403Forbidden);
        }

        var periods = await UpdateCards.Periods(database.ReportingPeriods.Where(p => p.PlanId == project.PlanId)).ToListAsync(cancellationToken);
        var title = $"{project.Number} {project.Title}";
        var period = query.PeriodId is { } id ? periods.Find(p => p.Id == id) : Natural(periods, isLead);
        if (period is null)
        {
            return query.PeriodId is null ? new UpdateFormPage(null, title, query.ProjectId, null, isLead) : null;
        }

        var cards = await new UpdateCards(database, current, clock, time)
            .ReadAsync(database.Projects.Where(p => p.Id == query.ProjectId), [period], cancellationToken);
        var closed = Closed(period, isLead) ?? (cards[0].Stored?.State == UpdateState.Accepted
            ? "This update is accepted and cannot be changed. Report new changes in the next period."
            : null);
        return new UpdateFormPage(cards[0], title, query.ProjectId, closed, isLead);
    }

    private static CardPeriod? Natural(List<CardPeriod> periods, bool isLead) =>
        periods.Find(p => p.State == PeriodState.Open) ?? (isLead ? periods.Find(p => p.State == PeriodState.WithLead) : null);

    private static string? Closed(CardPeriod period, bool isLead) => UpdateRules.ClosedBecause(period.Title, period.State, isLead);
}
