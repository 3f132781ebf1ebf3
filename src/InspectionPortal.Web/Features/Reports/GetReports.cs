using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Updates;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>All quarters, newest first, and how far each is.</summary>
[Requires(Permission.ReadReports)]
public sealed record GetReports : IQuery<ReportList>;

internal sealed class GetReportsHandler(PortalDbContext database, CurrentSession current, PlanClock clock) : IRequestHandler<GetReports, ReportList?>
{
    public async Task<ReportList?> Handle(GetReports query, CancellationToken cancellationToken)
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
        var quorum = current.RequiredTenant.Partnership.Quorum;
        return new ReportList
        {
            Reports =
            [
                .. rows.Select(r => new ReportRow(
                    r.Id, r.Title, r.Plan, r.State, r.DueOn, r.Submission is not null,
                    r.State switch
                    {
                        PeriodState.Open => "Open: updates come in",
                        PeriodState.WithLead when r.WasReturned => "Returned with comments, with the partnership lead",
                        PeriodState.WithLead => "Closed, with the partnership lead",
                        PeriodState.Submitted => $"With the chief officers: {r.Submission?.Approvals ?? 0} of {quorum} approved",
                        _ => $"Approved {ReportWords.DayOf(r.PublishedAt ?? default, clock.LocalTimeZone)}",
                    })),
            ],
            MaySubmit = MessageAccess.Judge(typeof(SubmitQuarter), current) == Verdict.Allowed,
            MayApprove = MessageAccess.Judge(typeof(ApproveQuarter), current) == Verdict.Allowed,
        };
    }
}

public sealed record ReportList
{
    public required IReadOnlyList<ReportRow> Reports { get; init; }
    public required bool MaySubmit { get; init; }
    public required bool MayApprove { get; init; }

    public bool HasSeveralPlans => Reports.Select(r => r.Plan).Distinct(StringComparer.Ordinal).Skip(1).Any();
}

public sealed record ReportRow(Guid PeriodId, string Title, string Plan, PeriodState State, DateOnly DueOn, bool HasReport, string Words);
