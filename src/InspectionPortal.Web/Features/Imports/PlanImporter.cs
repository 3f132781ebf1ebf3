namespace InspectionPortal.Web.Features.Imports;

/// <summary>Makes what was read the partnership's plan.</summary>
public sealed class PlanImporter
{
    /// <summary>Saves a plan that was read, all of it or nothing.</summary>
    /// <exception cref="ImportException">It cannot be saved; the message says why.</exception>
    public Task SaveAsync(ImportResult result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(result);
        cancellationToken.ThrowIfCancellationRequested();
        throw new ImportException("Saving is not built yet.");
    }
}
