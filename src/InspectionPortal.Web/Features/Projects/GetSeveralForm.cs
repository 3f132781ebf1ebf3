using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>What the form that changes many projects shows; null where there is no such plan, or it is closed.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetSeveralForm(Guid PlanId, IReadOnlyCollection<Guid> Rows) : IQuery<SeveralPage>;

internal sealed class GetSeveralFormHandler(PortalDbContext database, VocabularyTerms terms)
    : IRequestHandler<GetSeveralForm, SeveralPage?>
{
    public async Task<SeveralPage?> Handle(GetSeveralForm query, CancellationToken cancellationToken)
    {
        var title = await database.Plans.Where(p => p.Id == query.PlanId && p.State != PlanState.Closed).Select(p => p.Title)
            .SingleOrDefaultAsync(cancellationToken);
        return title is null
            ? null
            : new SeveralPage
            {
                PlanId = query.PlanId,
                PlanTitle = title,
                Names = await database.Projects.AsNoTracking()
                    .Where(p => p.PlanId == query.PlanId && query.Rows.Contains(p.Id))
                    .OrderBy(p => p.Aim!.Position).ThenBy(p => p.Position)
                    .Select(p => p.Number + " " + p.Title).ToListAsync(cancellationToken),
                Places = await PlanPlace.ForProjectsAsync(database, query.PlanId, cancellationToken),
                Responsibilities = await ResponsibilityChoices.ReadAsync(database, cancellationToken),
                Kinds =
                [
                    new SelectListItem("Status", nameof(SeveralKind.Status)), new SelectListItem("Deadline", nameof(SeveralKind.Deadline)),
                    new SelectListItem("Lead", nameof(SeveralKind.Lead)),
                    new SelectListItem($"{VocabularyTerms.Start(terms.Aim)} or {terms.Driver}", nameof(SeveralKind.Place)),
                ],
            };
    }
}
