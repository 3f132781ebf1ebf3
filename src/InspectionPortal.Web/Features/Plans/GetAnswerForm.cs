using FluentValidation;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>The form that links a project to a recommendation; what its address names comes chosen.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetAnswerForm(Guid PlanId, Guid? RecommendationId = null, Guid? ProjectId = null) : IQuery<AnswerRecommendation>;

internal sealed class GetAnswerFormHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<GetAnswerForm, AnswerRecommendation?>
{
    private const int ChoiceLength = 110;

    public async Task<AnswerRecommendation?> Handle(GetAnswerForm query, CancellationToken cancellationToken)
    {
        if (!await database.Plans.AnyAsync(p => p.Id == query.PlanId, cancellationToken))
        {
            return null;
        }

        var words = current.RequiredTenant.Partnership.Vocabulary;
        var recommendations = await database.Recommendations.AsNoTracking()
            .OrderBy(r => r.InspectionId == null).ThenByDescending(r => r.Inspection!.Published).ThenBy(r => r.InspectionId).ThenBy(r => r.Position)
            .Select(r => new { r.Id, r.Number, Text = r.Title ?? r.Text, Own = r.Kind == RecommendationKind.OwnPriority }).ToListAsync(cancellationToken);
        var projects = await database.Projects.AsNoTracking().Where(p => p.PlanId == query.PlanId && p.NoActionNeededReason == null)
            .OrderBy(p => p.Aim!.Position).ThenBy(p => p.Position).Select(p => new { p.Id, p.Number, p.Title }).ToListAsync(cancellationToken);
        var own = new SelectListGroup { Name = "Own priorities" };
        return new AnswerRecommendation
        {
            PlanId = query.PlanId,
            RecommendationId = recommendations.Exists(r => r.Id == query.RecommendationId) ? query.RecommendationId : null,
            ProjectId = projects.Exists(p => p.Id == query.ProjectId) ? query.ProjectId : null,
            Page = new AnswerFormPage
            {
                Title = $"Link {FormText.A(words.ImprovementProjectWord)} to {FormText.A(words.RecommendationWord)}",
                Button = "Link",
                Back = $"~/plans/{query.PlanId}/coverage",
                Crumbs = [new Crumb("Plan", $"~/plans/{query.PlanId}"), new Crumb("Coverage", $"~/plans/{query.PlanId}/coverage")],
                RecommendationWord = FormText.Small(words.RecommendationWord),
                ProjectWord = FormText.Small(words.ImprovementProjectWord),
                Recommendations =
                [
                    .. recommendations.Select(r => new SelectListItem(EnglishText.Cut($"{r.Number}. {r.Text}", ChoiceLength), r.Id.ToString()) { Group = r.Own ? own : null }),
                ],
                Projects = [.. projects.Select(p => new SelectListItem(EnglishText.Cut($"{p.Number} {p.Title}", ChoiceLength), p.Id.ToString()))],
            },
        };
    }
}
