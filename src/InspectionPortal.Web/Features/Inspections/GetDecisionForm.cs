using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>The form that says whether a recommendation was met.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetDecisionForm(Guid RecommendationId) : IQuery<AddRecommendationDecision>;

internal sealed class GetDecisionFormHandler(PortalDbContext database, VocabularyTerms terms) : IRequestHandler<GetDecisionForm,
    AddRecommendationDecision?>
{
    public async Task<AddRecommendationDecision?> Handle(GetDecisionForm query, CancellationToken cancellationToken)
    {
        var found = await database.Recommendations.AsNoTracking().Where(r => r.Id == query.RecommendationId)
            .Select(r => new { r.Id, r.Number, Name = r.Title ?? r.Text }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var address = $"~/recommendations/{found.Id}";
        return new AddRecommendationDecision
        {
            RecommendationId = found.Id,
            Page = new DecisionFormPage
            {
                Title = $"Was this {terms.Recommendation} met?",
                Place = "inspections",
                Caption = $"{found.Number}. {EnglishText.Cut(found.Name, 120)}",
                Lede = "Record it when a report says so: a progress review, an inspection, or a report of your own that the chief officers approved.",
                Button = "Save",
                Back = address,
                Crumbs = [new Crumb(EnglishText.Capital(EnglishText.Plural(terms.Recommendation)), "~/recommendations"),
                    new Crumb(found.Number, address)],
                Sources = await DecisionSources.ListAsync(database, cancellationToken),
            },
        };
    }
}
