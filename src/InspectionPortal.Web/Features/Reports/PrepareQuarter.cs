using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>The report that would be sealed if the quarter were submitted now, and what would be missing from it.</summary>
[Requires(Permission.SubmitQuarter)]
public sealed record PrepareQuarter(Guid PeriodId) : IQuery<QuarterToSubmit>;

internal sealed class PrepareQuarterHandler(PortalDbContext database, CurrentSession current, PlanClock clock, TimeProvider time)
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

        var page = new QuarterToSubmit
        {
            PeriodId = period.Id,
            Version = period.Version,
            Title = period.Title,
            PlanTitle = period.Plan?.Title ?? string.Empty,
            State = period.State,
            Kind = period.Kind,
            Quorum = new ApprovalQuorum(0, IsChosen: true),
        };
        return period.State == PeriodState.WithLead ? await PreviewAsync(page, period, cancellationToken) : page;
    }

    private async Task<QuarterToSubmit> PreviewAsync(QuarterToSubmit page, ReportingPeriod period, CancellationToken cancellationToken)
    {
        var partnership = current.RequiredTenant.Partnership;
        var rows = await SnapshotRows.ReadAsync(database, period, partnership.Layout, clock.Today, cancellationToken);
        var draft = await database.ReportDrafts.AsNoTracking().FirstOrDefaultAsync(d => d.PeriodId == period.Id, cancellationToken)
            ?? new ReportDraft { PeriodId = period.Id };
        var quorum = QuarterQuorum.Of(rows.People.Values, current);

        // The number of the submission stands in the bytes and on no page, so the preview does not look it up.
        var (snapshot, _) = new SnapshotBuilder(rows, partnership, draft, quorum.Number, clock.Today)
            .Build(period, 0, time.GetUtcNow(), current.RequiredPerson.DisplayName);
        return page with
        {
            Quorum = quorum,
            CanSign = QuarterQuorum.CanApprove(rows.People.Values, current),
            NobodySignsFor = QuarterQuorum.NobodySignsFor(rows, current),
            Projects = period.Kind == PeriodKind.Quarter ? [.. rows.Projects.Where(p => IsAsked(p, rows)).Select(p => Answer(p, rows))]
                : [],
            Unfinished = QuarterStatements.Unfinished(rows),
            Unreleased = [.. snapshot.Evidence.Where(e => e.ReleasedAt is null)],
            Content = new ReportContent(CanonicalJson.Write(snapshot), clock.LocalTimeZone, projectsOpen: true),
            DraftVersion = draft.Version,
            Returned = await ReturnNote.LastAsync(database, period.Id, clock.LocalTimeZone, cancellationToken),
        };
    }

    /// <summary>Work in hand; of stopped work only where an update came in before it was stopped.</summary>
    private static bool IsAsked(ImprovementProject project, SnapshotRows rows) =>
        project.NoActionNeededReason is null && (project.Status != ProjectStatus.Stopped
            || rows.Updates.GetValueOrDefault(project.Id)?.State is UpdateState.Submitted or UpdateState.Accepted);

    private static ProjectAnswer Answer(ImprovementProject project, SnapshotRows rows) => new(
        project.Id, project.Number, project.Title,
        [
            .. project.Leads.OrderBy(l => l.Position)
                .Select(l => new LeadName(l.LeadResponsibilityId, l.LeadResponsibility?.Name ?? string.Empty, l.Kind)),
        ],
        rows.Updates.GetValueOrDefault(project.Id) is { } update
            ? new UpdateAnswer(update.Id, update.State, update.HelpNeeded is not null) : null);
}
