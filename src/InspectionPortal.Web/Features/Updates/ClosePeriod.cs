using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>Closes a quarter for updates: it goes to the partnership lead. What is unanswered never blocks.</summary>
[Requires(Permission.SubmitQuarter)]
public sealed record ClosePeriod(Guid Id) : ICommand<PeriodClosed>;

internal sealed class ClosePeriodHandler(PortalDbContext database) : IRequestHandler<ClosePeriod, Result<PeriodClosed>>
{
    public async Task<Result<PeriodClosed>> Handle(ClosePeriod command, CancellationToken cancellationToken)
    {
        var period = await database.ReportingPeriods.FirstOrDefaultAsync(p => p.Id == command.Id && p.Kind == PeriodKind.Quarter,
            cancellationToken);
        if (period is null)
        {
            return new Missing();
        }

        if (period.State == PeriodState.WithLead)
        {
            return new PeriodClosed(period.Id);
        }

        // A period that is submitted may go back to the partnership lead, but only by being returned.
        if (period.State != PeriodState.Open)
        {
            return Failure.Field(string.Empty, $"{period.Title} is already submitted, so it cannot be closed.");
        }

        period.Become(PeriodState.WithLead);
        await database.SaveChangesAsync(cancellationToken);
        return new PeriodClosed(period.Id);
    }
}
