using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections.Statements;

/// <summary>Removes a draft. What is approved, or with the chief officers, stays.</summary>
[CanUndo]
[Requires(Permission.WriteUpdates)]
public sealed record RemovePositionStatement(Guid Id, uint Version) : ICommand<Saved>;

internal sealed class RemovePositionStatementHandler(PortalDbContext database) : IRequestHandler<RemovePositionStatement, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(RemovePositionStatement command, CancellationToken cancellationToken)
    {
        var statement = await database.PositionStatements.SingleOrDefaultAsync(s => s.Id == command.Id, cancellationToken);
        if (statement is null)
        {
            return await Removal.AgainAsync(database, command.Id, new Saved("~/recommendations", "Draft removed"), cancellationToken);
        }

        if (statement.IsSubmitted || statement.State == StatementState.Approved)
        {
            return Failure.Field(string.Empty, statement.IsSubmitted ? StatementWriter.IsSubmitted : StatementWriter.IsApproved);
        }

        if (Removal.Stale(statement, command.Version) is { } stale)
        {
            return stale;
        }

        database.Remove(statement);
        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/recommendations/{statement.RecommendationId}", "Draft removed");
    }
}
