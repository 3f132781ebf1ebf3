using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>Makes a file the plan as it was looked at, all of it in the transaction of whoever asks; the same for a page and for a job.</summary>
public sealed class PlanBringer(PortalDbContext database, PlanImporter importer)
{
    /// <summary>Other imports whose choices are remembered, the latest first.</summary>
    internal static IQueryable<PlanImport> Earlier(PortalDbContext database, Guid but) => database.PlanImports.AsNoTracking()
        .Where(i => i.Id != but && (i.State == ImportState.BroughtIn || i.State == ImportState.Undone))
        .OrderByDescending(i => i.At).Take(ImportSource.RememberedImports);

    /// <summary>What is said once it is in.</summary>
    internal static Saved Done(PlanImport import) =>
        new($"~/plan/import/{import.Id}", $"{(import.Done?.Told is { Length: > 0 } told ? $"{char.ToUpperInvariant(told[0])}{told[1..]}" : "The file")} {(import.Done?.Told.StartsWith("1 ", StringComparison.Ordinal) == true && !import.Done.Told.Contains(" and ", StringComparison.Ordinal) ? "is" : "are")} brought in. You can undo it on this page.");

    /// <summary>Reads the file under the choices it was looked at with; where the plan is still the same, brings it in with the choices made since.</summary>
    internal async Task<Result<Saved>> BringInAsync(PlanImport import, ImportAgreed agreed, ImportActor actor, ImportProgress report, CancellationToken cancellationToken)
    {
        await report(0, 0, "Reading the file", cancellationToken);
        var earlier = ImportSource.Remembered(await Earlier(database, import.Id).Select(i => i.Choices).ToListAsync(cancellationToken));
        var source = new ImportSource(import.FileName, import.Data!, agreed.Choices, earlier);
        var newPlanId = Guid.CreateVersion7();
        var isAsSeen = import.Choices.IsSame(agreed.Choices);
        var outlook = await importer.LookAsync(source, import.PlanId, newPlanId, actor, isTracked: isAsSeen, cancellationToken);
        if (outlook.Error is { } error)
        {
            return Failure.Field("", error);
        }

        if (outlook.Fingerprint != agreed.Seen)
        {
            return new Conflict("The plan was changed while you looked. Nothing was brought in: look at the plan as it will be now, then bring it in.");
        }

        if (!isAsSeen)
        {
            outlook = await importer.LookAsync(source with { Choices = import.Choices }, import.PlanId, newPlanId, actor, isTracked: true, cancellationToken);
        }

        if (outlook.Merged.Log.IsEmpty && import.PlanId is not null)
        {
            import.State = ImportState.Discarded;
            import.Data = null;
            await database.SaveChangesAsync(cancellationToken);
            return new Saved("~/plan/import", "Nothing has changed: the plan says already what the file says.");
        }

        await importer.SaveAsync(import, outlook, newPlanId, actor, report, cancellationToken);
        return Done(import);
    }
}
