using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Auditing;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Audit;

/// <summary>Who changed what here, when, from what to what? Newest first.</summary>
[Requires(Permission.ReadAudit)]
public sealed class ListAuditEntries : IQuery<AuditPage>
{
    public const int PageSize = 50;

    /// <summary>Only this kind of thing, by its name in code.</summary>
    public string? Kind { get; set; }

    /// <summary>Only what this person changed.</summary>
    public Guid? Person { get; set; }

    /// <summary>Counted from 1.</summary>
    public int Page { get; set; } = 1;
}

internal sealed class ListAuditEntriesHandler(PortalDbContext database, PartnershipTime time, CurrentSession current) : IRequestHandler<ListAuditEntries, AuditPage?>
{
    public async Task<AuditPage?> Handle(ListAuditEntries query, CancellationToken cancellationToken)
    {
        var kinds = await database.AuditEntries.AsNoTracking().Select(e => e.EntityType).Distinct().ToListAsync(cancellationToken);
        var people = await database.Users.AsNoTracking()
            .Where(u => database.AuditEntries.Any(e => e.UserId == u.Id)).OrderBy(u => u.DisplayName)
            .Select(u => new { u.Id, u.DisplayName }).ToListAsync(cancellationToken);
        var entries = database.AuditEntries.AsNoTracking()
            .Where(e => (query.Kind == null || e.EntityType == query.Kind) && (query.Person == null || e.UserId == query.Person));
        var count = await entries.CountAsync(cancellationToken);
        var pages = Math.Max(1, (count + ListAuditEntries.PageSize - 1) / ListAuditEntries.PageSize);
        var page = Math.Clamp(query.Page, 1, pages);
        var rows = await entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
            .Skip((page - 1) * ListAuditEntries.PageSize).Take(ListAuditEntries.PageSize).ToListAsync(cancellationToken);

        var names = await new AuditNames(database).FindAsync(
            [.. rows.SelectMany(r => AuditText.Ids(r.Changes).Append(r.EntityId).Append(r.UserId ?? Guid.Empty)).Distinct()], cancellationToken);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(current.RequiredTenant.Partnership.TimeZone);
        var reading = new AuditReading(names, zone);
        return new AuditPage(
            [.. rows.Select(r => new AuditRow(
                time.Words(r.At), r.UserId is { } user ? names.GetValueOrDefault(user) ?? "Someone who has left" : "The portal",
                AuditText.Action(r.Action, r.EntityType), names.GetValueOrDefault(r.EntityId), AuditText.Changes(r.Changes, reading)))],
            count, page, pages, query.Kind, query.Person,
            [.. kinds.Select(k => new SelectListItem(Sentence(AuditText.Kind(k)), k, k == query.Kind)).OrderBy(i => i.Text, StringComparer.CurrentCulture)],
            [.. people.Select(p => new SelectListItem(p.DisplayName, p.Id.ToString(), p.Id == query.Person))],
            current.RequiredTenant.Has(Permission.TakeArchive));
    }

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
