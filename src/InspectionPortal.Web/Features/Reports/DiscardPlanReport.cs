using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>Discards a report on agreeing or closing a plan that was never submitted. The plan stays as it is.</summary>
[CanUndo]
[Requires(Permission.SubmitQuarter)]
public sealed record DiscardPlanReport(Guid PeriodId) : ICommand<Saved>;

internal sealed class DiscardPlanReportHandler(PortalDbContext database) : IRequestHandler<DiscardPlanReport, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(DiscardPlanReport command, CancellationToken cancellationToken)
    {
        var period = await database.ReportingPeriods.SingleOrDefaultAsync(p => p.Id == command.PeriodId, cancellationToken);
        if (period is null)
        {
            return await Removal.AgainAsync(database, command.PeriodId, new Saved("~/plans", "Discarded"), cancellationToken);
        }

        if (period.Kind == PeriodKind.Quarter)
        {
            return new Missing();
        }

        if (period.State != PeriodState.WithLead || await database.Submissions.AnyAsync(s => s.PeriodId == period.Id, cancellationToken))
        {
            return Failure.Field(string.Empty, "It was submitted to the chief officers, so it cannot be discarded.");
        }

        database.RemoveRange(await database.ReportDrafts.Where(d => d.PeriodId == period.Id).ToListAsync(cancellationToken));
        database.Remove(period);
        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/plans/{period.PlanId}", $"{period.Title} discarded");
    }
}
