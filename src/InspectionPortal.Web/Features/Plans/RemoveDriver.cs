using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using InspectionPortal.Web.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>Removes a driver on which nothing hangs.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed record RemoveDriver(Guid Id, uint Version) : ICommand<Saved>;

internal sealed class RemoveDriverHandler(PortalDbContext database, CurrentSession current, VocabularyTerms terms) : IRequestHandler<RemoveDriver, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(RemoveDriver command, CancellationToken cancellationToken)
    {
        var removed = new Saved("~/plans", $"{VocabularyTerms.Start(terms.Driver)} removed");
        var driver = await database.KeyDrivers.SingleOrDefaultAsync(d => d.Id == command.Id, cancellationToken);
        if (driver is null)
        {
            return await Removal.AgainAsync(database, command.Id, removed, cancellationToken);
        }

        if (Removal.Stale(driver, command.Version) is { } stale)
        {
            return stale;
        }

        var words = current.RequiredTenant.Partnership.Vocabulary;
        var hanging = await DriverHanging.InAsync(database, words, driver.Id, cancellationToken);
        if (hanging.Count > 0)
        {
            return Failure.Field("", Removal.Refusal($"this {FormText.Small(words.KeyDriverWord)}", hanging));
        }

        // A measure whose home is elsewhere was only looked at here.
        database.RemoveRange(await database.MeasureUses.Where(u => u.DriverId == driver.Id).ToListAsync(cancellationToken));
        database.Remove(driver);
        await database.SaveChangesAsync(cancellationToken);
        return removed with { Address = $"~/plans/{driver.PlanId}" };
    }
}
