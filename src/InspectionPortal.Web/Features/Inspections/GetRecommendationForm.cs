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

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>The form of a recommendation; of a new one of <paramref name="InspectionId"/> where there is no id.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetRecommendationForm(Guid? Id, Guid? InspectionId = null) : IQuery<RecommendationFields>;

internal sealed class GetRecommendationFormHandler(PortalDbContext database, CurrentSession current)
    : IRequestHandler<GetRecommendationForm, RecommendationFields?>
{
    public async Task<RecommendationFields?> Handle(GetRecommendationForm query, CancellationToken cancellationToken)
    {
        var word = current.RequiredTenant.Partnership.Vocabulary.RecommendationWord;
        var inspections = await database.Inspections.AsNoTracking().OrderByDescending(i => i.Published).ThenBy(i => i.Id)
            .Select(i => new SelectListItem(i.Title, i.Id.ToString())).ToListAsync(cancellationToken);
        var stored = query.Id is null ? null : await database.Recommendations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == query.Id, cancellationToken);
        if (query.Id is not null && stored is null)
        {
            return null;
        }

        var under = inspections.Find(i => i.Value == (stored?.InspectionId ?? query.InspectionId)?.ToString());
        var back = stored is not null ? $"~/recommendations/{stored.Id}" : under is null ? "~/recommendations" : $"~/inspections/{under.Value}";
        var page = new RecommendationFormPage
        {
            Title = stored is null ? $"Add {FormText.A(word)}" : $"Edit {FormText.Small(word)} {stored.Number}",
            Button = stored is null ? "Add" : "Save",
            Caption = under?.Text,
            Place = "inspections",
            Back = back,
            Crumbs = under is null
                ? [new Crumb("Inspections", "~/inspections")]
                : [new Crumb("Inspections", "~/inspections"), new Crumb(EnglishText.Cut(under.Text, 60), $"~/inspections/{under.Value}")],
            Inspections = inspections,
            Removal = stored is null
                ? null
                : new Removal(
                    $"~/recommendations/{stored.Id}/remove", $"this {FormText.Small(word)}", "Its text will also be removed.",
                    await InspectionHanging.OnRecommendationAsync(database, stored.Id, cancellationToken)),
        };
        return stored is null
            ? new AddRecommendation
            {
                InspectionId = under is null ? null : query.InspectionId,
                Page = page,
                Kind = under is null ? RecommendationKind.OwnPriority : RecommendationKind.Recommendation,
            }
            : Fill(stored, page);
    }

    private static EditRecommendation Fill(Recommendation stored, RecommendationFormPage page) => new()
    {
        Id = stored.Id,
        Version = stored.Version,
        Page = page,
        InspectionId = stored.InspectionId,
        Kind = stored.Kind,
        Number = stored.Number,
        Title = stored.Title,
        Text = stored.Text,
        Theme = stored.Theme,
        InternalSource = stored.InternalSource,
        IsReworded = stored.IsReworded,
    };
}
