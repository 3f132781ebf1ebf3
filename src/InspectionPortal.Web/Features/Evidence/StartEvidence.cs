using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>What the form to add evidence offers this person. What its address names and is theirs comes chosen.</summary>
[Requires(Permission.AddEvidence)]
public sealed class StartEvidence : IQuery<EvidenceStart>
{
    public EvidenceForm Form { get; set; }
    public Guid? Recommendation { get; set; }
    public Guid? Project { get; set; }
    public Guid? Measure { get; set; }
    public Guid? Update { get; set; }
}

internal sealed class StartEvidenceHandler(PortalDbContext database, OwnItems own) : IRequestHandler<StartEvidence, EvidenceStart?>
{
    public async Task<EvidenceStart?> Handle(StartEvidence query, CancellationToken cancellationToken)
    {
        List<SelectListItem> recommendations = own.IsEverything
            ? await database.Recommendations.AsNoTracking().OrderBy(r => r.Position).ThenBy(r => r.Number)
                .Select(r => new SelectListItem(r.Number + ". " + r.Text, r.Id.ToString())).ToListAsync(cancellationToken)
            : [];
        var projects = await own.Projects().AsNoTracking().OrderBy(p => p.Aim!.Position).ThenBy(p => p.Position)
            .Select(p => new SelectListItem(p.Number + " " + p.Title, p.Id.ToString())).ToListAsync(cancellationToken);
        var measures = await own.Measures().AsNoTracking().OrderBy(m => m.Project!.Number).ThenBy(m => m.Position)
            .Select(m => new SelectListItem(m.Title, m.Id.ToString())).ToListAsync(cancellationToken);
        var update = query.Update is not { } id ? null : await own.Projects().AsNoTracking()
            .SelectMany(p => p.Updates).Where(u => u.Id == id)
            .Select(u => new { u.Id, u.ProjectId, Words = u.Project!.Number + " " + u.Project.Title + ", " + u.Period!.Title })
            .FirstOrDefaultAsync(cancellationToken);
        var form = new AddEvidence
        {
            Form = Enum.IsDefined(query.Form) ? query.Form : EvidenceForm.File,
            UpdateId = update?.Id,
            RecommendationIds = Offered(recommendations, query.Recommendation),
            ProjectIds = Offered(projects, query.Project ?? update?.ProjectId),
            MeasureIds = Offered(measures, query.Measure),
        };
        return new EvidenceStart(form, recommendations, projects, measures, update?.Words, QueryString(query));
    }

    private static List<Guid> Offered(List<SelectListItem> items, Guid? chosen) =>
        chosen is { } id && items.Any(i => i.Value == id.ToString()) ? [id] : [];

    /// <summary>What the address said besides the form, for the links that change only the form.</summary>
    private static string QueryString(StartEvidence query)
    {
        (string Name, Guid? Id)[] parts =
            [("recommendation", query.Recommendation), ("project", query.Project), ("measure", query.Measure), ("update", query.Update)];
        return string.Concat(parts.Where(p => p.Id is not null).Select(p => $"&{p.Name}={p.Id}"));
    }
}
