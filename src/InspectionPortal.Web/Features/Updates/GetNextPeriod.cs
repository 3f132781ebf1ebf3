using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>The form for the next quarter, filled in as it will most likely be.</summary>
[Requires(Permission.SubmitQuarter)]
public sealed record GetNextPeriod : IQuery<NextPeriod>;

internal sealed class GetNextPeriodHandler(PortalDbContext database, PlanClock clock) : IRequestHandler<GetNextPeriod, NextPeriod?>
{
    private const int DaysToAnswer = 30;

    public async Task<NextPeriod?> Handle(GetNextPeriod query, CancellationToken cancellationToken)
    {
        var plans = await database.Plans.AsNoTracking().OrderBy(p => p.Title)
            .Select(p => new SelectListItem(p.Title, p.Id.ToString())).ToListAsync(cancellationToken);
        var last = await database.ReportingPeriods.AsNoTracking().OrderByDescending(p => p.To).Select(p => (DateOnly?)p.To).FirstOrDefaultAsync(cancellationToken);
        var today = clock.Today;
        var from = last?.AddDays(1) ?? new DateOnly(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1);
        var to = from.AddMonths(3).AddDays(-1);
        return new NextPeriod(plans, new OpenPeriod
        {
            Id = Guid.CreateVersion7(),
            PlanId = plans.Count == 1 ? Guid.Parse(plans[0].Value) : null,
            Title = Title(from, to),
            From = DateFormat.Full(from),
            To = DateFormat.Full(to),
            OpensOn = DateFormat.Full(to.AddDays(1)),
            DueOn = DateFormat.Full(to.AddDays(DaysToAnswer)),
        });
    }

    private static string Title(DateOnly from, DateOnly to) => DateFormat.Months(from, to);
}
