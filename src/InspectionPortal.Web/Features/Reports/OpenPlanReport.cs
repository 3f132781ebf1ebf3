using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>Starts the report by which chief officers agree a plan, or close it. There is one of each: started again, it is the same.</summary>
[Requires(Permission.SubmitQuarter)]
public sealed record OpenPlanReport(Guid PlanId, PeriodKind Kind) : ICommand<Saved>;

internal sealed class OpenPlanReportHandler(PortalDbContext database, CurrentSession current, TimeProvider time)
    : IRequestHandler<OpenPlanReport, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(OpenPlanReport command, CancellationToken cancellationToken)
    {
        var plan = await database.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == command.PlanId, cancellationToken);
        if (plan is null)
        {
            return new Missing();
        }

        var before = await database.ReportingPeriods.AsNoTracking()
            .Where(p => p.PlanId == plan.Id && p.Kind == command.Kind).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(cancellationToken);
        if (before is { } id)
        {
            return new Saved($"~/reports/{id}/prepare", null);
        }

        var open = await PlanReportRules.OpenQuartersAsync(database, plan.Id, cancellationToken);
        if (PlanReportRules.Refusal(plan.State, command.Kind, open) is { } refusal)
        {
            return Failure.Field(string.Empty, refusal);
        }

        var period = ReportingPeriod.OfPlan(
            command.Kind, plan.Id, DateFormat.LocalDay(time.GetUtcNow(), current.RequiredTenant.Partnership.TimeZone));
        database.Add(period);
        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/reports/{period.Id}/prepare", null);
    }
}
