using InspectionPortal.Domain.Imports;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>
/// Makes a file the plan as it was looked at, all of it in the transaction of whoever asks; the same for a page and for a job.
/// </summary>
public sealed class ImportRunner(PortalDbContext database, PlanImporter importer)
{
    /// <summary>Other imports whose choices are remembered, the latest first.</summary>
    internal static IQueryable<PlanImport> Earlier(PortalDbContext database, Guid but) => database.PlanImports.AsNoTracking()
        .Where(i => i.Id != but && (i.State == ImportState.BroughtIn || i.State == ImportState.Undone))
        .OrderByDescending(i => i.At).Take(ImportSource.RememberedImports);

    /// <summary>What is said once it is in.</summary>
    internal static Saved Done(PlanImport import) =>
        new($"~/plans/import/{import.Id}", $"{(import.Done?.Told is { Length: > 0 } told ? $"{char.ToUpperInvariant(told[0])}{told[1..]}" : "File")} imported. You can undo the import on this page.");

    /// <summary>
    /// Reads the file under the choices it was looked at with; where the plan is still the same, brings it in with the choices made
    /// since.
    /// </summary>
    internal async Task<Result<Saved>> BringInAsync(PlanImport import, ImportAgreed agreed, ImportActor actor, ImportProgress report, CancellationToken cancellationToken)
    {
        await report(0, 0, "Reading the file", cancellationToken);
        var earlier = ImportSource.Remembered(await Earlier(database, import.Id).Select(i => i.Choices).ToListAsync(cancellationToken));
        var source = ImportSource.Of(import, agreed.Choices, earlier);
        var newPlanId = Guid.CreateVersion7();
        var isAsSeen = import.Choices.IsSame(agreed.Choices);
        ImportPreview outlook;
        try
        {
            outlook = await importer.LookAsync(source, import.PlanId, newPlanId, actor, isTracked: isAsSeen, cancellationToken);
        }
        catch (ImportException unreadable)
        {
            return Failure.Field("", unreadable.Message);
        }

        if (outlook.Error is { } error)
        {
            return Failure.Field("", error);
        }

        if (outlook.Fingerprint != agreed.Seen)
        {
            return new Conflict("Someone changed the plan while you had this page open, so nothing was imported. Check the new preview, then import it.");
        }

        if (!isAsSeen)
        {
            outlook = await importer.LookAsync(source with { Choices = import.Choices }, import.PlanId, newPlanId, actor, isTracked: true, cancellationToken);
        }

        if (outlook.Merged.Log.IsEmpty && import.PlanId is not null)
        {
            import.State = ImportState.Discarded;
            import.Forget();
            await database.SaveChangesAsync(cancellationToken);
            return new Saved("~/plans/import", "Nothing to import: the plan already contains everything in the file.");
        }

        await importer.SaveAsync(import, outlook, newPlanId, actor, report, cancellationToken);
        return Done(import);
    }
}
