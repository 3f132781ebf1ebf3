using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>The check page before an approval: what is approved, what is missing from it, and who will read it.</summary>
[Requires(Permission.ApproveQuarter)]
public sealed record PrepareApproval(Guid PeriodId) : IQuery<ApprovalCheck>;

internal sealed class PrepareApprovalHandler(PortalDbContext database, CurrentSession current, PlanClock clock, TimeProvider time)
    : IRequestHandler<PrepareApproval, ApprovalCheck?>
{
    public async Task<ApprovalCheck?> Handle(PrepareApproval query, CancellationToken cancellationToken)
    {
        var pending = await PendingSubmission.OpenAsync(database, query.PeriodId, cancellationToken);
        if (pending is null)
        {
            return null;
        }

        var (period, submission) = (pending.Period, pending.Submission);
        var isWaiting = pending.IsWaiting;
        return new ApprovalCheck
        {
            PeriodId = period.Id,
            Title = period.Title,
            WhyNot = pending.Refusal(current, submission?.Sha256) switch
            {
                Conflict conflict => conflict.Message,
                Invalid invalid => invalid.Errors[0].Message,
                _ => null,
            },
            Content = isWaiting ? new ReportContent(submission!.Snapshot, clock.LocalTimeZone, projectsOpen: true) : null,
            Sha256 = isWaiting ? submission!.Sha256 : null,
            Approvals = submission?.Approvals.Count(a => a.Decision == ApprovalDecision.Approve) ?? 0,
            Quorum = isWaiting ? pending.Quorum : 0,
            Readers = await ReadersAsync(period.PlanId, cancellationToken),
        };
    }

    private Task<List<string>> ReadersAsync(Guid planId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return database.ScrutinyGrants.AsNoTracking()
            .Where(g => g.PlanId == planId && g.RevokedAt == null && g.From <= now && (g.Until == null || g.Until > now))
            .Select(g => g.Body!.Name).Distinct().OrderBy(name => name).ToListAsync(cancellationToken);
    }
}
