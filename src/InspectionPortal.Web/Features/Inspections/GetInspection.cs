using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>What did they find, what did we answer?</summary>
[Requires(Permission.ReadPlan)]
[LinkOfficerMay(GrantScope.LivePlan)]
public sealed record GetInspection(Guid Id) : IQuery<InspectionPage>;

internal sealed class GetInspectionHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<GetInspection, InspectionPage?>
{
    public async Task<InspectionPage?> Handle(GetInspection request, CancellationToken cancellationToken)
    {
        var access = current.RequiredTenant;
        var head = await database.InspectionsFor(access).AsNoTracking().Where(i => i.Id == request.Id)
            .Select(i => new InspectionHead(
                i.Id, i.Kind, i.Title, i.Framework, i.FieldworkText, i.FieldworkFrom, i.FieldworkTo, i.Published, i.PublishedText, i.Summary, i.OverallJudgement, i.Source,
                i.Bodies.OrderBy(b => b.Position).Select(b => new InspectionBodyRow(b.Name, b.IsLead)).ToList(),
                i.Questions.OrderBy(q => q.Number).Select(q => new NumberedText(q.Number, q.Text)).ToList()))
            .FirstOrDefaultAsync(cancellationToken);
        if (head is null)
        {
            return null;
        }

        var gradings = await database.Gradings.AsNoTracking().Where(g => g.InspectionId == head.Id).OrderBy(g => g.Position)
            .Select(g => new GradingLine(g.Id, g.ParentId, g.Indicator, g.Title, g.Scale, g.Grade)).ToListAsync(cancellationToken);
        var strengths = await database.KeyStrengths.AsNoTracking().Where(s => s.InspectionId == head.Id).OrderBy(s => s.Number)
            .Select(s => new NumberedText(s.Number, s.Text)).ToListAsync(cancellationToken);
        var reviews = await database.ProgressReviews.AsNoTracking().Where(r => r.InspectionId == head.Id).OrderBy(r => r.Position).ThenBy(r => r.Id)
            .Select(r => new ReviewRow(r.Id, r.Title, r.Published, r.PublishedText, r.FieldworkText, r.Findings.Count)).ToListAsync(cancellationToken);
        var rows = await database.ReadRowsAsync(database.RecommendationsFor(access).Where(r => r.InspectionId == head.Id), access, cancellationToken);
        return new InspectionPage(
            head, Nested(gradings, null), strengths, rows, reviews, access.Has(Permission.EditPlan), access.Partnership.Vocabulary, access.Partnership.RagKey);
    }

    private static List<GradingLine> Nested(List<GradingLine> gradings, Guid? parent) =>
        [.. gradings.Where(g => g.ParentId == parent).SelectMany(g => Nested(gradings, g.Id).Prepend(g))];
}
