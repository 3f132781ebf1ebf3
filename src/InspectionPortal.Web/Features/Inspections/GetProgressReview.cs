using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>They came back: how did they look, and what had changed?</summary>
[Requires(Permission.ReadPlan)]
[LinkOfficerMay(GrantScope.LivePlan)]
public sealed record GetProgressReview(Guid Id) : IQuery<ProgressReviewPage>;

internal sealed class GetProgressReviewHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<GetProgressReview, ProgressReviewPage?>
{
    public async Task<ProgressReviewPage?> Handle(GetProgressReview request, CancellationToken cancellationToken)
    {
        var access = current.RequiredTenant;
        var inspections = database.InspectionsFor(access);
        var head = await database.ProgressReviews.AsNoTracking().Where(r => r.Id == request.Id && inspections.Any(i => i.Id == r.InspectionId))
            .Select(r => new ReviewHead(
                r.Id, r.InspectionId, r.Inspection!.Title, r.Title, r.FieldworkText, r.FieldworkFrom, r.FieldworkTo, r.Published, r.PublishedText,
                r.Method, r.Samples, r.Met, r.NotMet, r.Approach, r.Strengths, r.Conclusion, r.Next, r.NextBy, r.Source,
                r.Bodies.OrderBy(b => b.Position).Select(b => new InspectionBodyRow(b.Name, b.IsLead)).ToList()))
            .FirstOrDefaultAsync(cancellationToken);
        if (head is null)
        {
            return null;
        }

        var findings = await database.ReviewFindings.AsNoTracking().Where(f => f.ReviewId == head.Id).OrderBy(f => f.Position)
            .Select(f => new FindingText(f.RecommendationId, f.Recommendation!.Number, f.Recommendation.Title, f.Recommendation.Text, f.Text, f.Judgement))
            .ToListAsync(cancellationToken);
        return new ProgressReviewPage(head, findings, access.Has(Permission.EditPlan), access.Partnership.Vocabulary);
    }
}
