using FluentValidation;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>The form that links one thing to recommendations.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetLinkForm(LinkedKind Kind, Guid TargetId) : IQuery<LinkRecommendations>;

internal sealed class GetLinkFormHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<GetLinkForm, LinkRecommendations?>
{
    public async Task<LinkRecommendations?> Handle(GetLinkForm query, CancellationToken cancellationToken)
    {
        var target = await LinkTargets.FindAsync(database, query.Kind, query.TargetId, cancellationToken);
        if (target is null)
        {
            return null;
        }

        var words = current.RequiredTenant.Partnership.Vocabulary;
        var stored = await database.RecommendationLinks.AsNoTracking().Where(LinkTargets.Of(query.Kind, query.TargetId)).ToListAsync(cancellationToken);
        var all = await database.Recommendations.AsNoTracking()
            .OrderBy(r => r.InspectionId == null).ThenByDescending(r => r.Inspection!.Published).ThenBy(r => r.InspectionId).ThenBy(r => r.Position)
            .Select(r => new { r.Id, r.Number, r.Text, Own = r.InspectionId == null }).ToListAsync(cancellationToken);
        var address = LinkTargets.Address(target);
        var name = LinkTargets.Name(target);
        var measure = query.Kind == LinkedKind.Measure;
        return new LinkRecommendations
        {
            Kind = query.Kind,
            TargetId = query.TargetId,
            Version = target.Version,
            Links =
            [
                .. all.Select(r => stored.Find(l => l.RecommendationId == r.Id) is { } link
                    ? new LinkRow { RecommendationId = r.Id, Chosen = true, Basis = link.Basis, Why = link.Why }
                    : new LinkRow { RecommendationId = r.Id, Basis = LinkBasis.Stated }),
            ],
            Page = new LinkFormPage
            {
                Title = $"Which {FormText.Many(words.RecommendationWord)} is it linked to?",
                Caption = EnglishText.Cut(name, 160),
                Button = "Save",
                Place = measure ? "measures" : "plan",
                Back = address,
                Crumbs = [measure ? new Crumb("Measures", "~/measures") : new Crumb("Plans", "~/plans"), .. Own(query.Kind, name, address)],
                Recommendations = all.ToDictionary(r => r.Id, r => $"{(r.Own ? "Own priority " : "")}{r.Number}. {r.Text}"),
            },
        };
    }

    private static IEnumerable<Crumb> Own(LinkedKind kind, string name, string address) =>
        kind is LinkedKind.Project or LinkedKind.Measure ? [new Crumb(EnglishText.Cut(name, 60), address)] : [];
}
