using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>What a project or an inspection holds, as lists to be put in another order.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetInnerArrangement(ArrangedWhole Whole, Guid Id) : IQuery<InnerArrangement>;

internal sealed class GetInnerArrangementHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<GetInnerArrangement, InnerArrangement?>
{
    public Task<InnerArrangement?> Handle(GetInnerArrangement request, CancellationToken cancellationToken) =>
        request.Whole == ArrangedWhole.Project ? ProjectAsync(request.Id, cancellationToken) : InspectionAsync(request.Id, cancellationToken);

    private async Task<InnerArrangement?> ProjectAsync(Guid id, CancellationToken cancellationToken)
    {
        var partnership = current.RequiredTenant.Partnership;
        var (words, layout) = (partnership.Vocabulary, partnership.Layout);
        var project = await database.Projects.AsNoTracking().Where(p => p.Id == id).Select(p => new { p.Number, p.Title }).SingleOrDefaultAsync(cancellationToken);
        if (project is null)
        {
            return null;
        }

        var steps = await database.SubActions.AsNoTracking().Where(s => s.ProjectId == id).OrderBy(s => s.Position).ThenBy(s => s.Id)
            .Select(s => new { s.Id, s.Text, s.Category }).ToListAsync(cancellationToken);
        var measures = await database.Measures.AsNoTracking().Where(m => m.ProjectId == id).OrderBy(m => m.Position).ThenBy(m => m.Id)
            .Select(m => new { m.Id, m.Title }).ToListAsync(cancellationToken);
        var plural = EnglishText.Plural(words.SubActionWord);
        List<SubActionCategory> order = [.. PlanFieldLabels.CategoriesOf(layout)];
        return Made(
            $"{project.Number} {project.Title}", $"~/projects/{id}",
            [
                .. steps.GroupBy(s => s.Category).OrderBy(g => order.IndexOf(g.Key)).Select(g => new ArrangedList(
                    g.Key == SubActionCategory.Other ? plural : $"{plural}: {PlanFieldLabels.Label(layout, words, g.Key)}",
                    ArrangedItem.Row(PlanPlaceKind.SubAction, [.. g.Select(s => (s.Id, s.Text))]))),
                new ArrangedList(EnglishText.Plural(words.MeasureWord), ArrangedItem.Row(PlanPlaceKind.Measure, [.. measures.Select(m => (m.Id, m.Title))])),
            ]);
    }

    private async Task<InnerArrangement?> InspectionAsync(Guid id, CancellationToken cancellationToken)
    {
        var inspection = await database.Inspections.AsNoTracking().Where(i => i.Id == id).Select(i => new { i.Title }).SingleOrDefaultAsync(cancellationToken);
        if (inspection is null)
        {
            return null;
        }

        var recommendations = await database.Recommendations.AsNoTracking().Where(r => r.InspectionId == id).OrderBy(r => r.Position).ThenBy(r => r.Id)
            .Select(r => new { r.Id, Name = r.Number + ". " + (r.Title ?? r.Text) }).ToListAsync(cancellationToken);
        var strengths = await database.KeyStrengths.AsNoTracking().Where(s => s.InspectionId == id).OrderBy(s => s.Number).ThenBy(s => s.Id)
            .Select(s => new { s.Id, s.Text }).ToListAsync(cancellationToken);
        return Made(
            inspection.Title, $"~/inspections/{id}",
            [
                new ArrangedList(
                    EnglishText.Plural(current.RequiredTenant.Partnership.Vocabulary.RecommendationWord),
                    ArrangedItem.Row(PlanPlaceKind.Recommendation, [.. recommendations.Select(r => (r.Id, r.Name))])),
                new ArrangedList("Key strengths", ArrangedItem.Row(PlanPlaceKind.Strength, [.. strengths.Select(s => (s.Id, s.Text))])),
            ]);
    }

    private InnerArrangement Made(string name, string back, List<ArrangedList> lists) =>
        new(name, back, [.. lists.Where(l => l.Items.Count > 1)], current.RequiredTenant.Partnership.Vocabulary);
}
