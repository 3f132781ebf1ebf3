using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>The form that changes what is said about evidence.</summary>
[Requires(Permission.AddEvidence)]
public sealed record GetEvidenceForm(Guid Id) : IQuery<EditEvidence>;

internal sealed class GetEvidenceFormHandler(PortalDbContext database, OwnItems own) : IRequestHandler<GetEvidenceForm, EditEvidence?>
{
    public async Task<EditEvidence?> Handle(GetEvidenceForm query, CancellationToken cancellationToken)
    {
        var item = await own.Items().AsNoTracking().Include(i => i.Links)
            .FirstOrDefaultAsync(i => i.Id == query.Id && i.WithdrawnAt == null, cancellationToken);
        if (item is null || await new StartEvidenceHandler(database, own).Handle(new StartEvidence(), cancellationToken) is not { } start)
        {
            return null;
        }

        return new EditEvidence
        {
            Id = item.Id,
            Version = item.Version,
            Title = item.Title,
            Description = item.Description,
            MadeOn = item.MadeOn,
            Source = item.Source,
            Kind = item.Kind,
            Classification = item.Classification,
            HasPersonalData = item.HasPersonalData,
            RecommendationIds = [.. item.Links.Select(l => l.RecommendationId).OfType<Guid>()],
            ProjectIds = [.. item.Links.Select(l => l.ProjectId).OfType<Guid>()],
            MeasureIds = [.. item.Links.Select(l => l.MeasureId).OfType<Guid>()],
            Page = new EvidenceFormPage
            {
                Title = "Change what is said about it",
                Place = "evidence",
                Caption = EnglishText.Cut(item.Title, 160),
                Back = $"~/evidence/{item.Id}",
                Crumbs = [new Crumb("Evidence", "~/evidence"), new Crumb(EnglishText.Cut(item.Title, 60), $"~/evidence/{item.Id}")],
                Recommendations = start.Recommendations,
                Projects = start.Projects,
                Measures = start.Measures,
            },
        };
    }
}
