using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>The form in which the partnership lead prepares a report.</summary>
[Requires(Permission.SubmitQuarter)]
public sealed record GetReportForm(Guid PeriodId) : IQuery<EditReport>;

internal sealed class GetReportFormHandler(PortalDbContext database, PlanClock clock) : IRequestHandler<GetReportForm, EditReport?>
{
    public async Task<EditReport?> Handle(GetReportForm query, CancellationToken cancellationToken)
    {
        var period = await database.ReportingPeriods.AsNoTracking().Include(p => p.Plan)
            .FirstOrDefaultAsync(p => p.Id == query.PeriodId, cancellationToken);
        if (period is null)
        {
            return null;
        }

        var draft = await database.ReportDrafts.AsNoTracking().FirstOrDefaultAsync(d => d.PeriodId == period.Id, cancellationToken)
            ?? new ReportDraft { PeriodId = period.Id };
        var proposals = (await SourcesAsync(period, cancellationToken)).SelectMany(s => s.Propose()).ToList();
        return new EditReport
        {
            PeriodId = period.Id,
            Version = draft.Version,
            Page = await PageAsync(period, proposals, cancellationToken),
            Summary = draft.Summary,
            IsSummaryOpen = draft.IsSummaryOpen,
            Parts = [.. Enum.GetValues<ReportPart>().Except(draft.Choices.LeftOut)],
            Decisions = [.. draft.Choices.Decisions.Select(d => new DecisionRow { Id = d.Id, Text = d.Text, ProjectId = d.ProjectId })],
            Proposals =
            [
                .. proposals.Select(p => new ProposalRow
                {
                    ProjectId = p.ProjectId,
                    Origin = p.Origin,
                    IsTaken = draft.Choices.IsTaken(p.ProjectId, p.Origin),
                }),
            ],
        };
    }

    private async Task<ReportFormPage> PageAsync(
        ReportingPeriod period, IReadOnlyList<DecisionProposal> proposals, CancellationToken cancellationToken) =>
        new()
        {
            Title = $"Prepare the report for {period.Title}",
            Place = "reports",
            Caption = period.Plan?.Title,
            Lede = "The report takes the plan, its accepted updates, figures and evidence as they are when you submit it. "
                + "Add your own words here.",
            Button = "Save and preview",
            Back = $"~/reports/{period.Id}",
            Crumbs = [new Crumb("Reports", "~/reports"), new Crumb(period.Title, $"~/reports/{period.Id}")],
            WhyNot = period.State == PeriodState.WithLead ? null : QuarterLock.ExplainPreparing(period.State),
            Projects = await ProjectsAsync(period, cancellationToken),
            Proposals = proposals,
            Returned = period.State == PeriodState.WithLead
                ? await ReturnNote.LastAsync(database, period.Id, clock.LocalTimeZone, cancellationToken)
                : null,
        };

    private Task<List<SelectListItem>> ProjectsAsync(ReportingPeriod period, CancellationToken cancellationToken) =>
        database.Projects.AsNoTracking().Where(p => p.PlanId == period.PlanId)
            .OrderBy(p => p.Aim!.Position).ThenBy(p => p.Aim!.Number).ThenBy(p => p.Position).ThenBy(p => p.Number)
            .Select(p => new SelectListItem(p.Number + " " + p.Title, p.Id.ToString())).ToListAsync(cancellationToken);

    private Task<List<ProposalSource>> SourcesAsync(ReportingPeriod period, CancellationToken cancellationToken) =>
        database.ProgressUpdates.AsNoTracking()
            .Where(u => u.PeriodId == period.Id && u.State == UpdateState.Accepted && u.Project!.NoActionNeededReason == null)
            .OrderBy(u => u.Project!.Aim!.Position).ThenBy(u => u.Project!.Aim!.Number)
                .ThenBy(u => u.Project!.Position).ThenBy(u => u.Project!.Number)
            .Select(u => new ProposalSource(
                u.ProjectId, u.Project!.Number, u.Project.Title, u.Project.Deadline,
                    new ProposalUpdate(u.HelpNeeded, u.Forecast, u.SlipReason, u.Status)))
            .ToListAsync(cancellationToken);
}
