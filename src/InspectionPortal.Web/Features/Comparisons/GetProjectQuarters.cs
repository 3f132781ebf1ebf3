using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting.Comparisons;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Comparisons;

/// <summary>
/// The life of one project, quarter by quarter, as the approved reports say. One that was removed from the plan has one too.
/// </summary>
[Requires(Permission.ReadReports)]
[LinkOfficerMay(GrantScope.ApprovedReports)]
public sealed record GetProjectQuarters(Guid ProjectId) : IQuery<ProjectQuartersPage>;

internal sealed class GetProjectQuartersHandler(PortalDbContext database, ApprovedReports approved, CurrentSession current, PlanClock clock)
    : IRequestHandler<GetProjectQuarters, ProjectQuartersPage?>
{
    public async Task<ProjectQuartersPage?> Handle(GetProjectQuarters query, CancellationToken cancellationToken)
    {
        var access = current.RequiredTenant;
        var plans = database.PlansFor(access);
        var live = await database.Projects.AsNoTracking().Where(p => p.Id == query.ProjectId && plans.Any(plan => plan.Id == p.Aim!.PlanId))
            .Select(p => new { p.Number, p.Title }).FirstOrDefaultAsync(cancellationToken);

        // A project can move to another plan, so the reports of every plan are searched.
        var reports = (await approved.ListAsync(cancellationToken)).OrderBy(r => r.To).ThenBy(r => r.PublishedAt).ToList();
        var quarters = await QuartersAsync(reports, query.ProjectId, cancellationToken);
        var last = quarters.Select(q => q.Project?.Project).LastOrDefault(p => p is not null);
        return live is null && last is null
            ? null
            : new ProjectQuartersPage
            {
                ProjectId = query.ProjectId,
                Number = live?.Number ?? last?.Number ?? string.Empty,
                Title = live?.Title ?? last?.Title ?? string.Empty,
                Vocabulary = access.Partnership.Vocabulary,
                Zone = clock.LocalTimeZone,
                Withheld = (await approved.ListWithheldAsync(cancellationToken))
                    .TitlesOf([.. reports.Where(r => quarters.Any(q => q.Report.Plan.Id == r.PlanId))]),
                Quarters = quarters,
                IsProjectOpen = live is not null,
                IsFull = !access.IsByGrant,
            };
    }

    private async Task<IReadOnlyList<ProjectQuarter>> QuartersAsync(List<ApprovedReport> reports, Guid project,
        CancellationToken cancellationToken)
    {
        var read = await approved.ReadAsync(reports, cancellationToken);

        // Only the plans that ever had it: the quarters of another plan are no gap in its life.
        var own = read.Where(r => ComparedProject.Find(r, project) is not null).Select(r => r.Plan.Id).ToHashSet();
        return ProjectQuarter.Of([.. read.Where(r => own.Contains(r.Plan.Id))], project);
    }
}
