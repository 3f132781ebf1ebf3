using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>What closing a quarter means now: who has not answered, and what still waits for review.</summary>
[Requires(Permission.SubmitQuarter)]
public sealed record GetPeriodToClose(Guid Id) : IQuery<PeriodToClose>;

public sealed record PeriodToClose(Guid Id, string Title, PeriodState State, DateOnly DueOn, IReadOnlyList<UnansweredItem> Unanswered, int Waiting, int Projects);

/// <summary>Something without a submitted update; a draft stays a draft and is not part of the report.</summary>
public sealed record UnansweredItem(Guid ProjectId, string Number, string Title, UpdateState? State);

/// <summary>Closes a quarter for updates: it goes to the partnership lead. What is unanswered never blocks.</summary>
[Requires(Permission.SubmitQuarter)]
public sealed record ClosePeriod(Guid Id) : ICommand<PeriodClosed>;

public sealed record PeriodClosed(Guid Id);

internal sealed class GetPeriodToCloseHandler(PortalDbContext database) : IRequestHandler<GetPeriodToClose, PeriodToClose?>
{
    public async Task<PeriodToClose?> Handle(GetPeriodToClose query, CancellationToken cancellationToken)
    {
        var period = await database.ReportingPeriods.AsNoTracking().FirstOrDefaultAsync(p => p.Id == query.Id, cancellationToken);
        if (period is null)
        {
            return null;
        }

        var projects = await database.Projects.AsNoTracking().Where(p => p.Aim!.PlanId == period.PlanId).AskedIn(period.Id)
            .OrderBy(p => p.Aim!.Position).ThenBy(p => p.Position).ThenBy(p => p.Id)
            .Select(p => new UnansweredItem(
                p.Id, p.Number, p.Title, p.Updates.Where(u => u.PeriodId == period.Id).Select(u => (UpdateState?)u.State).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        return new PeriodToClose(
            period.Id, period.Title, period.State, period.DueOn,
            [.. projects.Where(p => p.State is null or UpdateState.Draft or UpdateState.SentBack)], projects.Count(p => p.State == UpdateState.Submitted), projects.Count);
    }
}

internal sealed class ClosePeriodHandler(PortalDbContext database) : IRequestHandler<ClosePeriod, Result<PeriodClosed>>
{
    public async Task<Result<PeriodClosed>> Handle(ClosePeriod command, CancellationToken cancellationToken)
    {
        var period = await database.ReportingPeriods.FirstOrDefaultAsync(p => p.Id == command.Id, cancellationToken);
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
            return Failure.Field(string.Empty, $"{period.Title} is submitted already, so there is nothing to close.");
        }

        period.Become(PeriodState.WithLead);
        await database.SaveChangesAsync(cancellationToken);
        return new PeriodClosed(period.Id);
    }
}
