using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using InspectionPortal.Web.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>Removes an aim on which nothing hangs.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed record RemoveAim(Guid Id, uint Version) : ICommand<Saved>;

internal sealed class RemoveAimHandler(PortalDbContext database, CurrentSession current, VocabularyTerms terms) : IRequestHandler<RemoveAim, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(RemoveAim command, CancellationToken cancellationToken)
    {
        var aim = await database.StretchAims.SingleOrDefaultAsync(a => a.Id == command.Id, cancellationToken);
        if (aim is null)
        {
            return await Removal.AgainAsync(database, command.Id, new Saved("~/plans", $"{VocabularyTerms.Start(terms.Aim)} removed"), cancellationToken);
        }

        if (Removal.Stale(aim, command.Version) is { } stale)
        {
            return stale;
        }

        var words = current.RequiredTenant.Partnership.Vocabulary;
        var hanging = AimHanging.In(
            words,
            await database.KeyDrivers.CountAsync(d => d.AimId == aim.Id, cancellationToken),
            await database.Projects.CountAsync(p => p.AimId == aim.Id, cancellationToken),
            await database.Measures.CountAsync(m => m.AimId == aim.Id, cancellationToken),
            await database.RecommendationLinks.CountAsync(l => l.AimId == aim.Id, cancellationToken));
        if (hanging.Count > 0)
        {
            return Failure.Field("", Removal.Refusal($"this {FormText.Small(words.StretchAimWord)}", hanging));
        }

        // What waited for it keeps the plan's words and loses only the link.
        foreach (var waiting in await database.DependsOn.Where(d => d.OnAimId == aim.Id).ToListAsync(cancellationToken))
        {
            waiting.OnAimId = null;
        }

        // A measure whose home is elsewhere was only looked at here.
        database.RemoveRange(await database.MeasureUses.Where(u => u.AimId == aim.Id).ToListAsync(cancellationToken));
        database.Remove(aim);
        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/plans/{aim.PlanId}", $"{VocabularyTerms.Start(terms.Aim)} {aim.Number} removed");
    }
}
