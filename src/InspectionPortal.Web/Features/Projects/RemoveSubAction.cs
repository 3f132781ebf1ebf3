using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using InspectionPortal.Web.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>Removes a sub-action that no evidence proves.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed record RemoveSubAction(Guid Id, uint Version) : ICommand<Saved>;

internal sealed class RemoveSubActionHandler(PortalDbContext database, VocabularyTerms terms) : IRequestHandler<RemoveSubAction, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(RemoveSubAction command, CancellationToken cancellationToken)
    {
        var action = await database.SubActions.Include(s => s.Owners).SingleOrDefaultAsync(s => s.Id == command.Id, cancellationToken);
        if (action is null)
        {
            return await Removal.AgainAsync(database, command.Id, new Saved("~/plans", $"{VocabularyTerms.Start(terms.Step)} removed"), cancellationToken);
        }

        if (Removal.Stale(action, command.Version) is { } stale)
        {
            return stale;
        }

        var hanging = SubActionHanging.In(await database.EvidenceLinks.CountAsync(l => l.SubActionId == action.Id, cancellationToken));
        if (hanging.Count > 0)
        {
            return Failure.Field("", Removal.Refusal("this step", hanging));
        }

        database.RemoveRange(action.Owners);
        database.Remove(action);
        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/projects/{action.ProjectId}", $"{VocabularyTerms.Start(terms.Step)} removed");
    }
}
