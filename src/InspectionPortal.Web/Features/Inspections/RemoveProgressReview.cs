using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>Removes a progress review with what it found.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed record RemoveProgressReview(Guid Id, uint Version) : ICommand<Saved>;

internal sealed class RemoveProgressReviewHandler(PortalDbContext database) : IRequestHandler<RemoveProgressReview, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(RemoveProgressReview command, CancellationToken cancellationToken)
    {
        var review = await database.ProgressReviews.AsSplitQuery().Include(r => r.Bodies).Include(r => r.Findings)
            .SingleOrDefaultAsync(r => r.Id == command.Id, cancellationToken);
        if (review is null)
        {
            return await Removal.AgainAsync(database, command.Id, new Saved("~/inspections", "Progress review removed"), cancellationToken);
        }

        if (Removal.Stale(review, command.Version) is { } stale)
        {
            return stale;
        }

        var decisions = await database.RecommendationDecisions.CountAsync(d => d.ReviewId == review.Id, cancellationToken);
        if (decisions > 0)
        {
            return Failure.Field("", Removal.Refusal(
                "this progress review",
                Removal.Count((decisions, "recommendation said to be met or open again", "recommendations said to be met or open again"))));
        }

        database.RemoveRange(review.Bodies);
        database.RemoveRange(review.Findings);
        database.Remove(review);
        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/inspections/{review.InspectionId}", "Progress review removed");
    }
}
