using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using InspectionPortal.Domain.Auditing;
using InspectionPortal.Domain.Scrutiny;

namespace InspectionPortal.Web.Data.Auditing;

/// <summary>
/// Works out the hash of an entry as the database did when it sealed it: over the hash before it and every field with its
/// length in bytes. The two are written apart on purpose, so that one checks the other.
/// </summary>
public static class AuditSeal
{
    /// <summary>The hash before the first entry.</summary>
    public static string Start { get; } = new('0', 64);

    /// <summary>The hash of an entry of the audit.</summary>
    public static string Of(string before, long number, AuditEntry entry) => Hash(
        before, "audit", Text(entry.TenantId), Text(number), entry.Id.ToString(), Microseconds(entry.At), entry.UserId?.ToString(), entry.Action.ToString(),
        entry.EntityType, entry.EntityId.ToString(), entry.Command, entry.Changes);

    /// <summary>The hash of an entry of the access log.</summary>
    public static string Of(string before, long number, AccessEntry entry) => Hash(
        before, "access", Text(entry.TenantId), Text(number), entry.Id.ToString(), Microseconds(entry.At), entry.UserId.ToString(), entry.BodyName,
        entry.Query, entry.What, entry.Path);

    private static string Hash(string before, params string?[] fields) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        before + string.Join(',', fields.Select(f => f is null ? "-" : $"{Text(Encoding.UTF8.GetByteCount(f))}:{f}")))));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Microseconds(DateTimeOffset at) =>
        Text((at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);
}
