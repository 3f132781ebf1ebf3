using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>Who outside the partnership read what, and when; the newest first.</summary>
[Requires(Permission.ManagePeople)]
public sealed class ListAccessEntries : AccessLogFilter, IQuery<AccessLogPage>
{
    public const int PageSize = 50;

    public int Page { get; set; } = 1;
}

internal sealed class ListAccessEntriesHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<ListAccessEntries, AccessLogPage?>
{
    public async Task<AccessLogPage?> Handle(ListAccessEntries query, CancellationToken cancellationToken)
    {
        query.Page = Math.Clamp(query.Page, 1, 100_000);
        var zone = current.RequiredTenant.Partnership.TimeZone;
        var entries = database.AccessEntries.AsNoTracking();
        var officers = await database.Users.AsNoTracking().Where(u => entries.Any(e => e.UserId == u.Id)).OrderBy(u => u.DisplayName)
            .Select(u => new SelectListItem(u.DisplayName, u.Id.ToString())).ToListAsync(cancellationToken);
        var chosen = query.Apply(entries, zone);
        var count = await chosen.CountAsync(cancellationToken);
        var rows = await Rows(database, chosen).Skip((query.Page - 1) * ListAccessEntries.PageSize).Take(ListAccessEntries.PageSize)
            .ToListAsync(cancellationToken);
        return new AccessLogPage(query, rows, count, officers, TimeZoneInfo.FindSystemTimeZoneById(zone));
    }

    /// <summary>The newest first, with names.</summary>
    internal static IQueryable<AccessLogRow> Rows(PortalDbContext database, IQueryable<Domain.Scrutiny.AccessEntry> entries) =>
        entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Select(e => new AccessLogRow(
            e.At, database.Users.Where(u => u.Id == e.UserId).Select(u => u.DisplayName).FirstOrDefault(), e.BodyName, e.What));
}
