using InspectionPortal.Domain.Imports;
using InspectionPortal.PlanDocuments.PortalFormat;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>Words, columns and ratings that come with a file, and go again when the import is undone.</summary>
internal static class ImportSettings
{
    public static ImportedSettings Of(PlanCopySettings settings) => new(settings.Vocabulary, settings.Layout, settings.Ratings);

    /// <summary>Gives the partnership those of the file. Returns what it had; null where the file has none for it.</summary>
    public static async Task<ImportedSettings?> TakeAsync(
        PortalDbContext database, PlanCopySettings? settings, int tenantId, CancellationToken cancellationToken)
    {
        if (settings is null)
        {
            return null;
        }

        var partnership = await database.Partnerships.SingleAsync(p => p.Id == tenantId, cancellationToken);
        var before = new ImportedSettings(partnership.Vocabulary, partnership.Layout, partnership.RagKey);
        (partnership.Vocabulary, partnership.Layout, partnership.RagKey) = (settings.Vocabulary, settings.Layout, [.. settings.Ratings]);
        await database.SaveChangesAsync(cancellationToken);
        return before;
    }

    /// <summary>Gives the partnership back what it had, but for what somebody has changed since.</summary>
    public static async Task GiveBackAsync(PortalDbContext database, ImportDone done, int tenantId, CancellationToken cancellationToken)
    {
        if (done is not { SettingsBefore: { } before, SettingsAfter: { } after })
        {
            return;
        }

        var partnership = await database.Partnerships.SingleAsync(p => p.Id == tenantId, cancellationToken);
        partnership.Vocabulary = partnership.Vocabulary == after.Vocabulary ? before.Vocabulary : partnership.Vocabulary;
        partnership.Layout = partnership.Layout.Columns.SequenceEqual(after.Layout.Columns) ? before.Layout : partnership.Layout;
        partnership.RagKey = partnership.RagKey.SequenceEqual(after.Ratings) ? [.. before.Ratings] : partnership.RagKey;
    }
}
