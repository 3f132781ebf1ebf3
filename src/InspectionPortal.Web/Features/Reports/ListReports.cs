using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>All quarters, newest first, and how far each is.</summary>
[Requires(Permission.ReadReports)]
public sealed record ListReports : IQuery<ReportList>;

internal sealed class ListReportsHandler(PortalDbContext database, CurrentSession current, PlanClock clock) : IRequestHandler<ListReports, ReportList?>
{
    public async Task<ReportList?> Handle(ListReports query, CancellationToken cancellationToken)
    {
        var rows = await database.ReportingPeriods.AsNoTracking()
            .OrderByDescending(p => p.To).ThenByDescending(p => p.From).ThenBy(p => p.Title)
            .Select(p => new
            {
                p.Id,
                p.Title,
                Plan = p.Plan!.Title,
                p.State,
                p.DueOn,
                Submission = database.Submissions.Where(s => s.PeriodId == p.Id && s.State != SubmissionState.Returned)
                    .Select(s => new { s.SubmittedAt, Approvals = s.Approvals.Count(a => a.Decision == ApprovalDecision.Approve) }).FirstOrDefault(),
                WasReturned = database.Submissions.Any(s => s.PeriodId == p.Id && s.State == SubmissionState.Returned),
                PublishedAt = database.PublishedReports.Where(r => r.PeriodId == p.Id).Select(r => (DateTimeOffset?)r.PublishedAt).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var quorums = await QuorumsAsync(cancellationToken);
        return new ReportList
        {
            Reports =
            [
                .. rows.Select(r => new ReportRow(
                    r.Id, r.Title, r.Plan, r.State, r.DueOn, r.Submission is not null,
                    r.State switch
                    {
                        PeriodState.Open => "Open for updates",
                        PeriodState.WithLead when r.WasReturned => "Returned with comments, with the partnership lead",
                        PeriodState.WithLead => "Closed, with the partnership lead",
                        PeriodState.Submitted => $"With the chief officers: {r.Submission?.Approvals ?? 0} of {quorums.GetValueOrDefault(r.Id, 1)} approved",
                        _ => $"Approved {DateFormat.Full(r.PublishedAt ?? default, clock.LocalTimeZone)}",
                    })),
            ],
            MaySubmit = MessageAccess.Judge(typeof(SubmitQuarter), current) == Verdict.Allowed,
            MaySetSigning = MessageAccess.Judge(typeof(EditSigning), current) == Verdict.Allowed,
            MayApprove = MessageAccess.Judge(typeof(ApproveQuarter), current) == Verdict.Allowed,
        };
    }

    /// <summary>By quarter, the number of approvals that is sealed with each report now with the chief officers.</summary>
    private async Task<Dictionary<Guid, int>> QuorumsAsync(CancellationToken cancellationToken)
    {
        var open = await database.Submissions.AsNoTracking().Where(s => s.State == SubmissionState.WithChiefOfficers)
            .Select(s => new { s.PeriodId, s.Snapshot }).ToListAsync(cancellationToken);
        return open.ToDictionary(s => s.PeriodId, s => PendingSubmission.QuorumOf(s.Snapshot));
    }
}
