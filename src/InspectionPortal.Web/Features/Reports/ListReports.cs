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

namespace InspectionPortal.Web.Features.Reports;

/// <summary>All quarters, newest first, and how far each is.</summary>
[Requires(Permission.ReadReports)]
public sealed record ListReports : IQuery<ReportList>;

internal sealed class ListReportsHandler(PortalDbContext database, CurrentSession current, PlanClock clock) : IRequestHandler<ListReports, ReportList?>
{
    private const string CorrectionPending = "; a correction is with the chief officers";

    public async Task<ReportList?> Handle(ListReports query, CancellationToken cancellationToken)
    {
        var pending = database.PendingFor(current.RequiredTenant);
        var rows = await database.ReportingPeriods.AsNoTracking()
            .OrderByDescending(p => p.To).ThenByDescending(p => p.From).ThenBy(p => p.Title).Select(p => new
            {
                p.Id,
                p.Title,
                Plan = p.Plan!.Title,
                p.State,
                DueOn = p.Kind == PeriodKind.Quarter ? p.DueOn : (DateOnly?)null,
                Submission = database.Submissions.Where(s => s.PeriodId == p.Id && s.State != SubmissionState.Returned)
                    .Select(s => new { s.SubmittedAt, Approvals = s.Approvals.Count(a => a.Decision == ApprovalDecision.Approve) }).FirstOrDefault(),
                WasReturned = database.Submissions.Any(s => s.PeriodId == p.Id && s.State == SubmissionState.Returned),
                HasCorrection = pending.Any(s => s.PeriodId == p.Id && s.CorrectionReason != null),
            }).ToListAsync(cancellationToken);
        var quorums = await QuorumsAsync(cancellationToken);
        var versions = (await ReportVersions.OfPlansAsync(database, null, cancellationToken)).ToLookup(v => v.PeriodId);
        return new ReportList
        {
            Reports =
            [
                .. rows.Select(r => new ReportRow(r.Id, r.Title, r.Plan, r.State, r.Submission is not null,
                    r.State == PeriodState.Submitted
                        ? $"With the chief officers: {r.Submission?.Approvals ?? 0} of {quorums.GetValueOrDefault(r.Id, 1)} approved"
                        : StateOf(r.State, r.WasReturned, [.. versions[r.Id]]) + (r.HasCorrection ? CorrectionPending : string.Empty))
                {
                    DueOn = r.DueOn,
                    HasCorrection = r.HasCorrection,
                    Versions = [.. versions[r.Id]],
                }),
            ],
            Zone = clock.LocalTimeZone,
            MayReadWithheld = current.RequiredTenant.MayReadWithheld(),
            MaySubmit = May(typeof(SubmitQuarter)),
            MaySetSigning = May(typeof(EditSigning)),
            MayDelegate = May(typeof(AddDelegation)),
            MayApprove = May(typeof(ApproveQuarter)),
        };
    }

    private bool May(Type message) => MessageAccess.Judge(message, current) == Verdict.Allowed;

    private string StateOf(PeriodState state, bool wasReturned, IReadOnlyList<ReportVersion> versions) => state switch
    {
        PeriodState.Open => "Open for updates",
        PeriodState.WithLead when wasReturned => "Returned with comments, with the partnership lead",
        PeriodState.WithLead => "Closed, with the partnership lead",
        _ => Approved(versions),
    };

    /// <summary>When it was first approved, and when the newest version corrected it.</summary>
    private string Approved(IReadOnlyList<ReportVersion> versions) => versions.Count switch
    {
        0 => "Approved",
        1 => $"Approved {DateFormat.Full(versions[0].PublishedAt, clock.LocalTimeZone)}",
        _ => $"Approved {DateFormat.Full(versions[^1].PublishedAt, clock.LocalTimeZone)}, "
            + $"version {versions[0].Number} on {DateFormat.Full(versions[0].PublishedAt, clock.LocalTimeZone)}",
    };

    /// <summary>By quarter, the number of approvals that is sealed with each report now with the chief officers.</summary>
    private async Task<Dictionary<Guid, int>> QuorumsAsync(CancellationToken cancellationToken)
    {
        var open = await database.Submissions.AsNoTracking().Where(s => s.State == SubmissionState.WithChiefOfficers)
            .Select(s => new { s.PeriodId, s.Snapshot }).ToListAsync(cancellationToken);
        return open.ToDictionary(s => s.PeriodId, s => PendingSubmission.QuorumOf(s.Snapshot));
    }
}
