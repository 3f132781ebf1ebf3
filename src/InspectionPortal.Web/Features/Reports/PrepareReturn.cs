using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>The form for returning a quarter.</summary>
[Requires(Permission.ApproveQuarter)]
public sealed record PrepareReturn(Guid PeriodId) : IQuery<ReturnForm>;

internal sealed class PrepareReturnHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<PrepareReturn, ReturnForm?>
{
    public async Task<ReturnForm?> Handle(PrepareReturn query, CancellationToken cancellationToken)
    {
        var period = await database.ReportingPeriods.AsNoTracking().FirstOrDefaultAsync(p => p.Id == query.PeriodId, cancellationToken);
        if (period is null)
        {
            return null;
        }

        var me = current.RequiredPerson.UserId;
        var open = await database.Submissions.AsNoTracking()
            .Where(s => s.PeriodId == period.Id && s.State == SubmissionState.WithChiefOfficers)
            .Select(s => new { s.Sha256, IsOwn = s.SubmittedByUserId == me, IsSigned = s.Approvals.Any(a => a.UserId == me) })
            .FirstOrDefaultAsync(cancellationToken);
        return new ReturnForm
        {
            PeriodId = period.Id,
            Title = period.Title,
            Sha256 = open?.Sha256,
            WhyNot = open switch
            {
                null => QuarterLock.Explain(period.State),
                { IsOwn: true } => "You submitted this quarter, so another chief officer must decide on it.",
                _ when PendingSubmission.IsAlsoLead(current) && !current.RequiredTenant.Partnership.LeadMayApprove => PendingSubmission.LeadCannotDecide,
                { IsSigned: true } => "You have already approved this report. If it needs to be returned, ask another chief officer.",
                _ => null,
            },
        };
    }
}
