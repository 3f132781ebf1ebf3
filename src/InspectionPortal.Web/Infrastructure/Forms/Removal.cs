using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Infrastructure.Forms;

/// <summary>Removing something: what will be lost, or what hangs on it and forbids it.</summary>
/// <param name="Address">Where the button posts to; starts with "~/".</param>
/// <param name="What">Such as "this stretch aim".</param>
/// <param name="Loses">What goes with it, in a sentence.</param>
/// <param name="Hanging">What hangs on it; empty where it can go.</param>
public sealed record Removal(string Address, string What, string Loses, IReadOnlyList<string> Hanging)
{
    /// <summary>Words for counts that are not zero: "2 projects".</summary>
    public static IReadOnlyList<string> Count(params (int Count, string One, string Many)[] counts) =>
        [.. counts.Where(c => c.Count > 0).Select(c => c.Count == 1 ? $"1 {c.One}" : $"{c.Count} {c.Many}")];

    /// <summary>
    /// The answer where the row is not there: the same as before where it was removed already, as when a form is sent twice.
    /// </summary>
    public static async Task<Result<T>> AgainAsync<T>(PortalDbContext database, Guid id, T done, CancellationToken cancellationToken) =>
        await database.WasRemovedAsync(id, cancellationToken) ? done : new Missing();

    /// <summary>The refusal where someone saved the row after the form was opened; null where nobody did.</summary>
    public static Conflict? Stale(TenantEntity row, uint openedAt) => row.Version == openedAt
        ? null
        : new Conflict("Someone else changed this while you had it open, so it was not removed. Check the changes, then remove it if you still want to.");

    /// <summary>The sentence that refuses.</summary>
    public static string Refusal(string what, IReadOnlyList<string> hanging) =>
        $"{char.ToUpperInvariant(what[0])}{what[1..]} cannot be removed because it has linked items: {string.Join(", ", hanging)}";
}
