using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>Removes a recommendation on which nothing hangs.</summary>
[Requires(Permission.EditPlan)]
public sealed record RemoveRecommendation(Guid Id, uint Version) : ICommand<Saved>;

internal sealed class RemoveRecommendationHandler(PortalDbContext database) : IRequestHandler<RemoveRecommendation, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(RemoveRecommendation command, CancellationToken cancellationToken)
    {
        var recommendation = await database.Recommendations.SingleOrDefaultAsync(r => r.Id == command.Id, cancellationToken);
        if (recommendation is null)
        {
            return await database.WasRemovedAsync(command.Id, cancellationToken) ? new Saved("~/recommendations", "It is removed.") : new Missing();
        }

        if (recommendation.Version != command.Version)
        {
            return new Conflict("Someone else changed this while you had it open. Nothing was removed: read it, then remove it if you still want to.");
        }

        var hanging = await InspectionHanging.OnRecommendationAsync(database, recommendation.Id, cancellationToken);
        if (hanging.Count > 0)
        {
            return Failure.Field("", Removal.Refusal("this one", hanging));
        }

        database.Remove(recommendation);
        await database.SaveChangesAsync(cancellationToken);
        return new Saved(
            recommendation.InspectionId is { } inspection ? $"~/inspections/{inspection}" : "~/recommendations", $"{recommendation.Number} is removed.");
    }
}
