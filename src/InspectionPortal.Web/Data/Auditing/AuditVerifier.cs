using System.Globalization;
using System.Security.Cryptography;
using InspectionPortal.Domain.Auditing;
using InspectionPortal.Domain.Scrutiny;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Data.Auditing;

/// <summary>
/// Reads a partnership's chain from its first entry to its last and says where it first breaks; then holds the bytes of its
/// published reports against their hashes.
/// </summary>
public sealed class AuditVerifier(PortalDbContext database, UnitOfWork unitOfWork)
{
    /// <summary>Verifies the partnership of this scope, as it is at one moment.</summary>
    public Task<AuditVerdict> VerifyAsync(CancellationToken cancellationToken) => unitOfWork.ReadAtOneMomentAsync(
        async token =>
        {
            var (count, hash, broken) = await ChainAsync(token);
            broken ??= await EndAsync(count, hash, token) ?? await UnsealedAsync(token);
            var (reports, changed) = await ReportsAsync(token);
            return new AuditVerdict(count, hash, reports, broken ?? changed);
        },
        cancellationToken);

    private async Task<(long Count, string Hash, string? Broken)> ChainAsync(CancellationToken cancellationToken)
    {
        var (count, hash) = (0L, AuditSeal.Start);
        var sealedEntries = database.AuditLinks.AsNoTracking().OrderBy(l => l.Number).Select(l => new
        {
            Link = l,
            Audit = database.AuditEntries.FirstOrDefault(e => e.Id == l.Id),
            Access = database.AccessEntries.FirstOrDefault(e => e.Id == l.Id),
        });
        await foreach (var entry in sealedEntries.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (entry.Link.Number != count + 1)
            {
                return (count, hash, Say($"entry {count + 1} is missing: the next seal there is has number {entry.Link.Number} ({entry.Link.Id})"));
            }

            var (what, at, expected) = entry.Link.Log == AuditLogKind.Audit
                ? (Describe(entry.Audit), entry.Audit?.At, entry.Audit is null ? null : AuditSeal.Of(hash, count + 1, entry.Audit))
                : (Describe(entry.Access), entry.Access?.At, entry.Access is null ? null : AuditSeal.Of(hash, count + 1, entry.Access));
            if (expected is null)
            {
                return (count, hash, Say($"entry {count + 1} ({entry.Link.Id}) was deleted from the {Name(entry.Link.Log)}; its seal is still there"));
            }

            if (expected != entry.Link.Hash)
            {
                return (count, hash, Say(
                    $"entry {count + 1} ({entry.Link.Id}, {at!.Value.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, {what}) is not what was sealed: its content, its place or its seal was changed"));
            }

            (count, hash) = (count + 1, entry.Link.Hash);
        }

        return (count, hash, null);
    }

    /// <summary>The chain ends where its head says.</summary>
    private async Task<string?> EndAsync(long count, string hash, CancellationToken cancellationToken)
    {
        var head = await database.AuditHeads.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var (number, last) = (head?.Number ?? 0, head?.Hash ?? AuditSeal.Start);
        if (number != count)
        {
            return Say(number > count
                ? (FormattableString)$"entry {count + 1} and what follows it were deleted: {number} were sealed, {count} are there"
                : $"entry {number + 1} and what follows it do not belong to the chain: {number} were sealed, {count} are there");
        }

        return last == hash ? null : Say($"entry {count} is not how the chain ended when it was sealed");
    }

    /// <summary>The first entry that came by another way than the portal's.</summary>
    private async Task<string?> UnsealedAsync(CancellationToken cancellationToken)
    {
        var audit = await database.AuditEntries.AsNoTracking().Where(e => !database.AuditLinks.Any(l => l.Id == e.Id && l.Log == AuditLogKind.Audit))
            .OrderBy(e => e.At).FirstOrDefaultAsync(cancellationToken);
        var access = await database.AccessEntries.AsNoTracking().Where(e => !database.AuditLinks.Any(l => l.Id == e.Id && l.Log == AuditLogKind.Access))
            .OrderBy(e => e.At).FirstOrDefaultAsync(cancellationToken);
        return audit is not null
            ? Say($"an entry without a number ({audit.Id}, {audit.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, {Describe(audit)}) was inserted past the chain")
            : access is not null
                ? Say($"an entry without a number ({access.Id}, {access.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, {Describe(access)}) was inserted past the chain")
                : null;
    }

    private async Task<(int Count, string? Changed)> ReportsAsync(CancellationToken cancellationToken)
    {
        var ids = await database.PublishedReports.AsNoTracking().OrderBy(r => r.PublishedAt).Select(r => r.Id).ToListAsync(cancellationToken);
        foreach (var id in ids)
        {
            var report = await database.PublishedReports.AsNoTracking().Where(r => r.Id == id)
                .Select(r => new { r.Title, r.Snapshot, r.Sha256 }).SingleAsync(cancellationToken);
            if (Convert.ToHexStringLower(SHA256.HashData(report.Snapshot)) != report.Sha256)
            {
                return (ids.Count, Say($"the published report “{report.Title}” ({id}) is not the one that was approved: its bytes do not match its hash"));
            }
        }

        return (ids.Count, null);
    }

    private static string? Describe(AuditEntry? entry) => entry is null ? null : $"{entry.Action} {entry.EntityType} by {entry.Command}";

    private static string? Describe(AccessEntry? entry) => entry is null ? null : $"read by {entry.BodyName}: {entry.Query}";

    private static string Name(AuditLogKind log) => log == AuditLogKind.Audit ? "audit" : "access log";

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
