using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>What agreeing or closing a plan means now: what it holds, what is missing, and why it cannot be started.</summary>
[Requires(Permission.SubmitQuarter)]
public sealed record GetPlanReportStart(Guid PlanId, PeriodKind Kind) : IQuery<PlanReportStart>;

internal sealed class GetPlanReportStartHandler(PortalDbContext database) : IRequestHandler<GetPlanReportStart, PlanReportStart?>
{
    public async Task<PlanReportStart?> Handle(GetPlanReportStart query, CancellationToken cancellationToken)
    {
        var plan = await database.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == query.PlanId, cancellationToken);
        if (plan is null)
        {
            return null;
        }

        var period = await database.ReportingPeriods.AsNoTracking()
            .SingleOrDefaultAsync(p => p.PlanId == plan.Id && p.Kind == query.Kind, cancellationToken);
        var projects = await database.Projects.AsNoTracking().Where(p => p.PlanId == plan.Id && p.NoActionNeededReason == null)
            .OrderBy(p => p.Aim!.Position).ThenBy(p => p.Position)
            .Select(p => new { p.Id, p.Number, p.Title, p.Status, p.Deadline, HasLead = p.Leads.Count > 0 }).ToListAsync(cancellationToken);
        var open = await PlanReportRules.OpenQuartersAsync(database, plan.Id, cancellationToken);
        return new PlanReportStart(plan.Id, plan.Title, query.Kind, period?.Id, period?.State)
        {
            Refusal = period is null ? PlanReportRules.Refusal(plan.State, query.Kind, open) : null,
            Projects = projects.Count,
            WithoutLead = projects.Count(p => !p.HasLead),
            WithoutDeadline = projects.Count(p => p.Deadline.Text.Length == 0),
            Unfinished = [.. projects.Where(p => !p.Status.IsFinished())
                .Select(p => new UnfinishedProject(p.Id, p.Number, p.Title, p.Status))],
        };
    }
}
