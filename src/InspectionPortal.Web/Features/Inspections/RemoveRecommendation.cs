using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using InspectionPortal.Web.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>Removes a recommendation on which nothing hangs.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed record RemoveRecommendation(Guid Id, uint Version) : ICommand<Saved>;

internal sealed class RemoveRecommendationHandler(PortalDbContext database, VocabularyTerms terms) : IRequestHandler<RemoveRecommendation, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(RemoveRecommendation command, CancellationToken cancellationToken)
    {
        var recommendation = await database.Recommendations.SingleOrDefaultAsync(r => r.Id == command.Id, cancellationToken);
        if (recommendation is null)
        {
            return await Removal.AgainAsync(database, command.Id, new Saved("~/recommendations", $"{VocabularyTerms.Start(terms.Recommendation)} removed"), cancellationToken);
        }

        if (Removal.Stale(recommendation, command.Version) is { } stale)
        {
            return stale;
        }

        var hanging = await InspectionHanging.OnRecommendationAsync(database, recommendation.Id, cancellationToken);
        if (hanging.Count > 0)
        {
            return Failure.Field("", Removal.Refusal("this recommendation", hanging));
        }

        database.Remove(recommendation);
        await database.SaveChangesAsync(cancellationToken);
        return new Saved(
            recommendation.InspectionId is { } inspection ? $"~/inspections/{inspection}" : "~/recommendations", $"{VocabularyTerms.Start(terms.RecommendationOf(recommendation.InspectionId is null))} {recommendation.Number} removed");
    }
}
