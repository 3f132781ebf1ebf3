using InspectionPortal.Web.Data;
using InspectionPortal.Web.Jobs;
using InspectionPortal.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>
/// Makes a partnership that has been at work for years, with the portal's own commands at the moments that its files give. So its hashes,
/// audit, reports and files are those of the portal. One transaction holds a month; a run that was interrupted goes on with the first
/// month that is not in the audit, and a run over a finished history does nothing.
/// </summary>
public sealed class HistorySeeder(IServiceProvider portal, ClockedServices clocked)
{
    /// <summary>Adds what is missing of every partnership that has a history.</summary>
    /// <exception cref="SeedException">A file is wrong. The months before it stay.</exception>
    public async Task SeedAsync(SeedFiles files, string password, CancellationToken cancellationToken)
    {
        foreach (var folder in files.Histories)
        {
            await SeedAsync(files, folder, password, cancellationToken);
        }
    }

    private async Task SeedAsync(SeedFiles files, string folder, string password, CancellationToken cancellationToken)
    {
        var seed = files.Read<HistorySeed>(folder, SeedFiles.HistoryFile)!;
        var clock = new SetClock(HistoryDays.At(seed.Start, 8));
        await using var services = clocked.Build(portal, clock);
        var tenantId = await ActivatorUtilities.CreateInstance<DemonstrationSeeder>(services)
            .SeedPartnershipAsync(files, folder, password, cancellationToken);
        var scopes = services.GetRequiredService<PartnershipScopes>();
        var last = await scopes.TransactAsync(
            tenantId, null, "Seed", database => database.AuditEntries.MaxAsync(e => (DateTimeOffset?)e.At, cancellationToken),
            cancellationToken);
        var missing = new HistoryScript(files, folder, seed).Events().Where(e => last is null || e.At > last).OrderBy(e => e.At);
        foreach (var month in missing.GroupBy(e => (e.At.Year, e.At.Month)))
        {
            await scopes.RunAsync(
                tenantId, null, "Seed", scope => PlayAsync(scope, clock, tenantId, [.. month], cancellationToken));
        }
    }

    private static Task<bool> PlayAsync(
        IServiceProvider scope, SetClock clock, int tenantId, IReadOnlyList<HistoryEvent> events, CancellationToken cancellationToken) =>
        scope.GetRequiredService<UnitOfWork>().RunAsync(
            async token =>
            {
                var database = scope.GetRequiredService<PortalDbContext>();
                var stage = new HistoryStage(scope, clock, await HistoryPeople.ReadAsync(database, tenantId, token));
                foreach (var happened in events)
                {
                    clock.MoveTo(happened.At);
                    await happened.Act(stage);
                }

                await ForgetMailAsync(database, tenantId, token);
                return true;
            },
            cancellationToken);

    /// <summary>Nobody gets an e-mail now about what happened years ago.</summary>
    private static async Task ForgetMailAsync(PortalDbContext database, int tenantId, CancellationToken cancellationToken)
    {
        database.RemoveRange(await database.OutboxMessages.Where(m => m.PartnershipId == tenantId && m.State == OutboxState.Waiting)
            .ToListAsync(cancellationToken));
        await database.SaveChangesAsync(cancellationToken);
    }
}
