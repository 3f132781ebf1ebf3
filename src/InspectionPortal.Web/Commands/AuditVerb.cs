using System.Globalization;
using InspectionPortal.Web.Commands.Seeding;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Auditing;
using InspectionPortal.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Commands;

/// <summary>Verifies that nobody changed the audit, the access log or a published report behind the portal's back.</summary>
internal static class AuditVerb
{
    /// <summary>Verifies one partnership or all of them, each within its own walls, and prints one line for each.</summary>
    /// <param name="services">The portal's.</param>
    /// <param name="slug">Only this partnership; null is all.</param>
    /// <param name="output">Gets a line for each that is whole.</param>
    /// <param name="error">Gets a line for each that is broken: where it breaks first.</param>
    /// <returns>True where all are whole.</returns>
    /// <exception cref="SeedException">There is no such partnership.</exception>
    public static async Task<bool> RunAsync(IServiceProvider services, string? slug, TextWriter output, TextWriter error)
    {
        await using var scope = services.CreateAsyncScope();
        var partnerships = await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Partnerships
            .Where(p => slug == null || p.Slug == slug).OrderBy(p => p.Slug).Select(p => new { p.Id, p.Slug }).ToListAsync();
        if (partnerships.Count == 0 && slug is not null)
        {
            throw new SeedException($"There is no partnership '{slug}'.");
        }

        var isWhole = true;
        foreach (var partnership in partnerships)
        {
            var verdict = await services.GetRequiredService<PartnershipScopes>().RunAsync(
                partnership.Id, acting: null, "audit verify", within => within.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));
            isWhole &= verdict.Broken is null;
            await (verdict.Broken is null
                ? output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{partnership.Slug}: {verdict.Entries} entries and {verdict.Reports} published reports are unchanged. Last hash {verdict.LastHash}"))
                : error.WriteLineAsync($"{partnership.Slug}: {verdict.Broken}."));
        }

        return isWhole;
    }
}
