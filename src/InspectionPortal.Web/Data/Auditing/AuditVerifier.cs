using System.Globalization;
using System.Text.Json;
using InspectionPortal.Domain.Auditing;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Domain.Scrutiny;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Data.Auditing;

/// <summary>
/// Reads a partnership's chain from its first entry to its last and says where it first breaks; then holds its published reports against
/// their hashes and against the submissions they were made from.
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

    /// <summary>The first published report of the partnership of this scope that is not what was approved; null where all are.</summary>
    public async Task<string?> VerifyReportsAsync(CancellationToken cancellationToken) => (await ReportsAsync(cancellationToken)).Changed;

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

    /// <summary>The first published report that is not what was approved, in the order in which they were published.</summary>
    private async Task<(int Count, string? Changed)> ReportsAsync(CancellationToken cancellationToken)
    {
        var ids = await database.PublishedReports.AsNoTracking().OrderBy(r => r.PublishedAt).ThenBy(r => r.Id).Select(r => r.Id)
            .ToListAsync(cancellationToken);
        foreach (var id in ids)
        {
            var report = await database.PublishedReports.AsNoTracking().Include(r => r.Submission)
                .SingleAsync(r => r.Id == id, cancellationToken);
            if (WhatDiffers(report) is { } what)
            {
                var name = Say($"the published report “{report.Title}”, version {report.Number} ({id})");
                return (ids.Count, $"{name} is not the one that was approved: {what}");
            }
        }

        return (ids.Count, await MissingReportAsync(cancellationToken));
    }

    /// <summary>The bytes against their hashes, and the report against the submission that the chief officers approved.</summary>
    private static string? WhatDiffers(PublishedReport report)
    {
        if (CanonicalJson.Hash(report.Snapshot) != report.Sha256)
        {
            return "its bytes do not match its hash";
        }

        if (SealedEdition(report.Snapshot) is not { } edition || edition != CanonicalJson.Hash(report.ScrutinyEdition))
        {
            return "its edition for scrutiny bodies does not match the hash in the report";
        }

        if (report.Submission is not { } submission)
        {
            return "the submission it was made from is gone";
        }

        return submission.Sha256 != report.Sha256 || !submission.Snapshot.AsSpan().SequenceEqual(report.Snapshot)
                || !submission.ScrutinyEdition.AsSpan().SequenceEqual(report.ScrutinyEdition)
            ? "it differs from the submission it was made from"
            : submission.PeriodId != report.PeriodId || submission.State != SubmissionState.Published
                || submission.CorrectionReason != report.CorrectionReason
                ? "its period, state or reason is not that of the submission it was made from" : null;
    }

    /// <summary>A submission that was published and has no report any more.</summary>
    private async Task<string?> MissingReportAsync(CancellationToken cancellationToken) =>
        await database.Submissions.AsNoTracking()
            .Where(s => s.State == SubmissionState.Published && !database.PublishedReports.Any(r => r.SubmissionId == s.Id))
            .OrderBy(s => s.SubmittedAt).Select(s => new { s.Id, s.Period!.Title }).FirstOrDefaultAsync(cancellationToken) is { } gone
            ? Say($"the published report “{gone.Title}” was deleted: its submission ({gone.Id}) is still there")
            : null;

    /// <summary>The hash of the scrutiny edition that stands in the signed bytes; null where they cannot be read.</summary>
    private static string? SealedEdition(byte[] snapshot)
    {
        try
        {
            return CanonicalJson.Read<Sealed>(snapshot).ScrutinyEditionSha256;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Describe(AuditEntry? entry) => entry is null ? null : $"{entry.Action} {entry.EntityType} by {entry.Command}";

    private static string? Describe(AccessEntry? entry) => entry is null ? null : $"read by {entry.BodyName}: {entry.Query}";

    private static string Name(AuditLogKind log) => log == AuditLogKind.Audit ? "audit" : "access log";

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Sealed(string? ScrutinyEditionSha256);
}
