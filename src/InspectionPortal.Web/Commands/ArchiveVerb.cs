using System.Globalization;
using System.Text.Json;
using InspectionPortal.Domain.Auditing;
using InspectionPortal.Web.Commands.Seeding;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Archives;
using InspectionPortal.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Commands;

/// <summary>Hands a partnership everything it owns when nobody can sign in to it: one that is suspended or closed, too.</summary>
internal static class ArchiveVerb
{
    /// <summary>Writes the archive to a file that does not exist yet.</summary>
    /// <returns>What was written, in one line.</returns>
    /// <exception cref="SeedException">There is no such partnership, or the file exists.</exception>
    public static async Task<string> RunAsync(IServiceProvider services, string slug, string file)
    {
        await using var scope = services.CreateAsyncScope();
        var id = await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Partnerships
            .Where(p => p.Slug == slug).Select(p => (int?)p.Id).SingleOrDefaultAsync();
        if (id is not { } tenantId)
        {
            throw new SeedException($"There is no partnership '{slug}'.");
        }

        if (File.Exists(file))
        {
            throw new SeedException($"{file} exists already.");
        }

        var isWhole = false;
        try
        {
            var (size, sha256) = await services.GetRequiredService<PartnershipScopes>().RunAsync(
                tenantId, acting: null, "archive",
                within => within.GetRequiredService<ArchiveBuilder>().BuildAsync(
                    new FileStream(file, FileMode.CreateNew, FileAccess.ReadWrite), askedBy: null, (_, _, _, _) => Task.CompletedTask, CancellationToken.None));
            await RecordAsync(services, tenantId, size, sha256);
            isWhole = true;
            return string.Create(CultureInfo.InvariantCulture, $"Wrote {file}: {size} bytes, SHA-256 {sha256}.");
        }
        finally
        {
            if (!isWhole)
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>Whoever runs the portal took everything out: the partnership's audit says so, or there is no file.</summary>
    private static async Task RecordAsync(IServiceProvider services, int tenantId, long size, string sha256) =>
        await services.GetRequiredService<PartnershipScopes>().TransactAsync(
            tenantId, acting: null, "archive",
            database => Task.FromResult(database.Add(new AuditEntry
            {
                At = services.GetRequiredService<TimeProvider>().GetUtcNow(),
                Action = AuditAction.Added,
                EntityType = "Archive",
                EntityId = Guid.CreateVersion7(),
                Command = "archive",
                Changes = JsonSerializer.Serialize(
                    new { FileSize = new { before = (long?)null, after = size }, FileSha256 = new { before = (string?)null, after = sha256 } }, ColumnJson.Options),
            })),
            CancellationToken.None);
}
