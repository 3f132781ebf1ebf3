using InspectionPortal.Domain.Auditing;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Auditing;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Jobs;
using InspectionPortal.Web.Mail;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>Is the platform well? Partnerships, scrutiny bodies, and what was changed last. Nothing that is within a partnership.</summary>
[Requires(Permission.AdministerPlatform)]
public sealed record GetPlatform : IQuery<PlatformPage>;

internal sealed class GetPlatformHandler(PortalDbContext database, JobsOverview jobs, MailOverview mail) : IRequestHandler<GetPlatform, PlatformPage?>
{
    private const int EntriesShown = 20;

    public async Task<PlatformPage?> Handle(GetPlatform query, CancellationToken cancellationToken)
    {
        var partnerships = await database.Partnerships.AsNoTracking().OrderBy(p => p.Name)
            .Select(p => new { p.Id, p.Name, p.Slug, p.Kind, p.State, IsDemonstration = p.DemonstrationNote != null })
            .ToListAsync(cancellationToken);
        var added = await database.PlatformAuditEntries.AsNoTracking()
            .Where(e => e.EntityType == nameof(Partnership) && e.Action == AuditAction.Added)
            .Select(e => new { e.EntityId, e.At })
            .ToListAsync(cancellationToken);
        var bodies = await database.ScrutinyBodies.AsNoTracking().OrderBy(b => b.Name)
            .Select(b => new PlatformBody(
                b.Id, b.Name, b.Officers.OrderBy(o => o.User!.DisplayName).Select(o => o.User!.DisplayName).ToList()))
            .ToListAsync(cancellationToken);
        var entries = await database.PlatformAuditEntries.AsNoTracking().OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(EntriesShown)
            .Select(e => new { Entry = e, Who = database.Users.Where(u => u.Id == e.UserId).Select(u => u.DisplayName).FirstOrDefault() })
            .ToListAsync(cancellationToken);

        var addedAt = added.GroupBy(a => a.EntityId, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Min(a => a.At), StringComparer.Ordinal);
        return new PlatformPage(
            [.. partnerships.Select(p => new PlatformPartnership(
                p.Id, p.Name, p.Slug, p.Kind, p.State, p.IsDemonstration,
                addedAt.TryGetValue($"{p.Id}", out var at) ? DateOnly.FromDateTime(at.UtcDateTime) : null))],
            bodies,
            [.. entries.Select(e => new PlatformChange(
                e.Entry.At, e.Who, AuditText.Action(e.Entry.Action, e.Entry.EntityType),
                AuditText.Changes(e.Entry.Changes, AuditReading.Platform)))],
            jobs.Look(),
            await mail.GetAsync(cancellationToken));
    }
}
