using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>Undoes closing: everyone can write updates again, until the quarter is submitted.</summary>
[Requires(Permission.SubmitQuarter)]
public sealed record ReopenPeriod(Guid Id) : ICommand<Guid>;

internal sealed class ReopenPeriodHandler(PortalDbContext database) : IRequestHandler<ReopenPeriod, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(ReopenPeriod command, CancellationToken cancellationToken)
    {
        var period = await database.ReportingPeriods.FirstOrDefaultAsync(p => p.Id == command.Id && p.Kind == PeriodKind.Quarter,
            cancellationToken);
        if (period is null)
        {
            return new Missing();
        }

        if (period.State == PeriodState.Open)
        {
            return period.Id;
        }

        if (period.State != PeriodState.WithLead)
        {
            return Failure.Field(string.Empty, $"{period.Title} is already submitted, so it cannot be reopened.");
        }

        period.Become(PeriodState.Open);
        await database.SaveChangesAsync(cancellationToken);
        return period.Id;
    }
}
