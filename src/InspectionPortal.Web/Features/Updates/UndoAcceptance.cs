using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Auditing;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>
/// The partnership lead takes an acceptance back while the quarter is not submitted. The project, its slip and its figures become
/// what they were before, as the audit has them. Refused where somebody has changed one of them since.
/// </summary>
[Requires(Permission.AcceptUpdates)]
public sealed record UndoAcceptance(Guid UpdateId) : ICommand<Guid>;

internal sealed class UndoAcceptanceHandler(PortalDbContext database) : IRequestHandler<UndoAcceptance, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(UndoAcceptance command, CancellationToken cancellationToken)
    {
        var update = await database.ProgressUpdates.Include(u => u.Period)
            .FirstOrDefaultAsync(u => u.Id == command.UpdateId, cancellationToken);
        if (update?.Period is not { } period)
        {
            return new Missing();
        }

        if (update.State == UpdateState.Submitted)
        {
            return update.PeriodId;
        }

        if (UpdateRules.ClosedBecause(period.Title, period.State, isLead: true) is { } closed)
        {
            return Failure.Field(string.Empty, closed);
        }

        if (update.State != UpdateState.Accepted)
        {
            return Failure.Field(string.Empty, "This update is not accepted, so there is nothing to undo.");
        }

        if (await CommandReversal.ReverseAsync(database, nameof(AcceptUpdate), update.Id, cancellationToken) is { } against)
        {
            return Failure.Field(string.Empty, $"The acceptance cannot be undone. {against}");
        }

        await database.SaveChangesAsync(cancellationToken);
        return update.PeriodId;
    }
}
