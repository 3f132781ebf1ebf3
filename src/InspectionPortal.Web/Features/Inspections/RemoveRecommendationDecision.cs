using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>Removes what was recorded by mistake. The audit keeps it.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed record RemoveRecommendationDecision(Guid Id) : ICommand<Saved>;

internal sealed class RemoveRecommendationDecisionHandler(PortalDbContext database) : IRequestHandler<RemoveRecommendationDecision,
    Result<Saved>>
{
    public async Task<Result<Saved>> Handle(RemoveRecommendationDecision command, CancellationToken cancellationToken)
    {
        var decision = await database.RecommendationDecisions.SingleOrDefaultAsync(d => d.Id == command.Id, cancellationToken);
        if (decision is null)
        {
            return await Removal.AgainAsync(database, command.Id, new Saved("~/recommendations", "Removed"), cancellationToken);
        }

        database.Remove(decision);
        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/recommendations/{decision.RecommendationId}", "Removed");
    }
}
