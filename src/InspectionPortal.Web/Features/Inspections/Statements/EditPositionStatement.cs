using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections.Statements;

/// <summary>Changes the draft of a position statement.</summary>
[CanUndo]
[Requires(Permission.WriteUpdates)]
public sealed class EditPositionStatement : StatementFields, ICommand<Saved>
{
    [BindNever]
    public Guid Id { get; set; }
}

internal sealed class EditPositionStatementValidator : AbstractValidator<EditPositionStatement>
{
    public EditPositionStatementValidator() => Include(new StatementRules<EditPositionStatement>());
}

internal sealed class EditPositionStatementHandler(
    PortalDbContext database, CurrentSession current, StatementNotifications notifications, PlanClock clock, TimeProvider time)
    : IRequestHandler<EditPositionStatement, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(EditPositionStatement command, CancellationToken cancellationToken)
    {
        var statement = await database.PositionStatements.SingleOrDefaultAsync(s => s.Id == command.Id, cancellationToken);
        if (statement is null)
        {
            return new Missing();
        }

        var wasComplete = statement.IsComplete;
        if (await StatementWriter.WriteAsync(database, statement, command, clock.Today, cancellationToken) is { } failure)
        {
            return failure;
        }

        switch (database.Check(statement, command.Version))
        {
            case VersionCheck.Stale:
                return new Conflict();
            case VersionCheck.Changed:
                statement.Write(current.RequiredPerson.UserId, time.GetUtcNow());
                if (statement.IsComplete && !wasComplete)
                {
                    await notifications.WaitsAsync(statement, cancellationToken);
                }

                await database.SaveChangesAsync(cancellationToken);
                break;
        }

        return new Saved($"~/recommendations/{statement.RecommendationId}#position", "Draft saved");
    }
}
