using FluentValidation;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections.Statements;

/// <summary>Starts the draft of a position statement. A recommendation has one draft at a time.</summary>
[Requires(Permission.WriteUpdates)]
public sealed class AddPositionStatement : StatementFields, ICommand<Saved>
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public override bool IsNew => true;

    public override Guid? NewId => Id;
}

internal sealed class AddPositionStatementValidator : AbstractValidator<AddPositionStatement>
{
    public AddPositionStatementValidator() => Include(new StatementRules<AddPositionStatement>());
}

internal sealed class AddPositionStatementHandler(
    PortalDbContext database, CurrentSession current, StatementNotifications notifications, PlanClock clock, TimeProvider time)
    : IRequestHandler<AddPositionStatement, Result<Saved>>
{
    private const string HasDraft = "Somebody has started a draft already. Edit that draft instead.";

    public async Task<Result<Saved>> Handle(AddPositionStatement command, CancellationToken cancellationToken)
    {
        var saved = new Saved($"~/recommendations/{command.RecommendationId}#position", "Draft saved");
        if (await database.WasAddedAsync<PositionStatement>(command.Id, cancellationToken))
        {
            return saved;
        }

        if (!await database.Recommendations.AnyAsync(r => r.Id == command.RecommendationId, cancellationToken))
        {
            return new Missing();
        }

        if (await database.PositionStatements.AsNoTracking().FirstOrDefaultAsync(
            s => s.RecommendationId == command.RecommendationId && s.State == StatementState.Draft, cancellationToken) is { } draft)
        {
            return Failure.Field(string.Empty, draft.IsSubmitted ? StatementWriter.IsSubmitted : HasDraft);
        }

        var statement = new PositionStatement { Id = command.Id, RecommendationId = command.RecommendationId };
        if (await StatementWriter.WriteAsync(database, statement, command, clock.Today, cancellationToken) is { } failure)
        {
            return failure;
        }

        statement.Write(current.RequiredPerson.UserId, time.GetUtcNow());
        database.Add(statement);
        if (statement.IsComplete)
        {
            await notifications.WaitsAsync(statement, cancellationToken);
        }

        await database.SaveChangesAsync(cancellationToken);
        return saved;
    }
}
