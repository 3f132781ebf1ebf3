using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Scrutiny.Movement;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Jobs;
using InspectionPortal.Web.Mail;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>
/// Each morning: tells link officers by e-mail what moved in their partnerships, as often as they chose. It reads as the officer does,
/// under the role that can only read the granted plans, and each partnership's access log has it.
/// </summary>
[JobIs("Tell link officers what moved", JobReach.Platform)]
public sealed class SendDigestsJob(JobTools tools) : PlatformJob(tools)
{
    private readonly TimeProvider _time = tools.Time;
    private readonly ILogger _log = tools.Logs.CreateLogger<SendDigestsJob>();

    protected override async Task WorkAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var database = services.GetRequiredService<PortalDbContext>();
        if (!services.GetRequiredService<MailAvailability>().CanSend)
        {
            return;
        }

        var officers = await database.Users.Where(u => !u.IsDisabled && u.EmailConfirmed && database.LinkOfficers.Any(
            o => o.UserId == u.Id))
            .OrderBy(u => u.Id).Select(u => u.Id).ToListAsync(cancellationToken);
        foreach (var officer in officers)
        {
            try
            {
                await SendAsync(officer, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                _log.LogError(exception, "The digest of {User} failed.", officer);
            }
        }
    }

    private async Task SendAsync(Guid officer, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        DateTimeOffset? since = null;
        await Scopes.RunAsPlatformAsync(Name, async services =>
        {
            var database = services.GetRequiredService<PortalDbContext>();
            var chosen = await database.NotificationPreferences.AsNoTracking().FirstOrDefaultAsync(p => p.UserId == officer,
                cancellationToken);
            since = (chosen ?? new NotificationPreference()).DigestDueSince(now);
        });
        if (since is not { } from)
        {
            return;
        }

        var rows = await ReadAsync(officer, from, cancellationToken);
        await Scopes.RunAsPlatformAsync(Name, services => services.GetRequiredService<UnitOfWork>().RunAsync(
            token => WriteAsync(services, officer, rows, now, token), cancellationToken));
    }

    /// <summary>What moved, read as the officer reads it.</summary>
    private async Task<IReadOnlyList<PartnershipRow>> ReadAsync(Guid officer, DateTimeOffset since, CancellationToken cancellationToken)
    {
        IReadOnlyList<SessionGrant> grants = [];
        await Scopes.RunAsPlatformAsync(
            Name, async services => grants = await services.GetRequiredService<RightsReader>().ListGrantsAsync(
                officer, cancellationToken));
        if (grants.Count == 0)
        {
            return [];
        }

        IReadOnlyList<PartnershipRow> rows = [];
        await Scopes.RunAsPlatformAsync(Name, async services =>
        {
            var scope = services.GetRequiredService<TenantScope>();
            scope.EnterUser(officer);
            scope.EnterScrutiny(grants.Select(g => g.Plan));
            rows = await services.GetRequiredService<UnitOfWork>().RunAsync<IReadOnlyList<PartnershipRow>>(
                async token =>
                {
                    var moved = await services.GetRequiredService<MovementReader>()
                        .ReadAsync(grants, new ComparedFrom(SinceWhen.Visit, since, null), token);
                    await services.GetRequiredService<AccessLog>().WriteAsync(officer, grants, Name, "What moved, by e-mail", token);
                    return [.. moved.Select(m => m.Row()).Where(r => r.Moved > 0 && r.AsAt is null)];
                },
                cancellationToken);
        });
        return rows;
    }

    private static async Task<int> WriteAsync(
        IServiceProvider services, Guid officer, IReadOnlyList<PartnershipRow> rows, DateTimeOffset now,
            CancellationToken cancellationToken)
    {
        var database = services.GetRequiredService<PortalDbContext>();
        var chosen = await database.NotificationPreferences.FirstOrDefaultAsync(p => p.UserId == officer, cancellationToken);
        if (chosen is null)
        {
            chosen = new NotificationPreference { UserId = officer };
            database.Add(chosen);
        }

        chosen.DigestTo = now;
        var person = await database.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == officer, cancellationToken);
        if (rows.Count > 0 && person is { Email: { } email })
        {
            services.GetRequiredService<DigestWriter>().Write(officer, email, person.DisplayName, rows);
        }

        return await database.SaveChangesAsync(cancellationToken);
    }
}
