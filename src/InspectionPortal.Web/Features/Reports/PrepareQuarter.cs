using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>What would be in the report if the quarter were submitted now, and what would be missing.</summary>
[Requires(Permission.SubmitQuarter)]
public sealed record PrepareQuarter(Guid PeriodId) : IQuery<QuarterToSubmit>;

internal sealed class PrepareQuarterHandler(PortalDbContext database, CurrentSession current, PlanClock clock)
    : IRequestHandler<PrepareQuarter, QuarterToSubmit?>
{
    public async Task<QuarterToSubmit?> Handle(PrepareQuarter query, CancellationToken cancellationToken)
    {
        var period = await database.ReportingPeriods.AsNoTracking().Include(p => p.Plan)
            .FirstOrDefaultAsync(p => p.Id == query.PeriodId, cancellationToken);
        if (period is null)
        {
            return null;
        }

        var projects = await database.Projects.AsNoTracking()
            .Where(p => p.Aim!.PlanId == period.PlanId).AskedIn(period.Id)
            .OrderBy(p => p.Aim!.Position).ThenBy(p => p.Aim!.Number).ThenBy(p => p.Position).ThenBy(p => p.Number)
            .Select(p => new ProjectAnswer(
                p.Id, p.Number, p.Title,
                p.Leads.OrderBy(l => l.Position).Select(l => new LeadName(l.LeadResponsibilityId, l.LeadResponsibility!.Name, l.Kind)).ToList(),
                p.Updates.Where(u => u.PeriodId == period.Id).Select(u => new UpdateAnswer(u.Id, u.State, u.HelpNeeded != null)).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        var canSign = await QuarterQuorum.CanApproveAsync(database, current, cancellationToken);
        var returned = await ReturnNote.LastAsync(database, period.Id, clock.LocalTimeZone, cancellationToken);
        return new QuarterToSubmit
        {
            PeriodId = period.Id,
            Version = period.Version,
            Title = period.Title,
            PlanTitle = period.Plan!.Title,
            State = period.State,
            DueOn = period.DueOn,
            Quorum = ApprovalQuorum.For(current.RequiredTenant.Partnership.Quorum, canSign),
            CanSign = canSign,
            Projects = projects,
            Returned = period.State == PeriodState.WithLead ? returned : null,
        };
    }
}
