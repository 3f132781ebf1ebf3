using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.SecurityEvents;

/// <summary>The security log of the whole platform, newest first.</summary>
[Requires(Permission.AdministerPlatform)]
public sealed class ListSecurityEvents : SecurityEventFilter, IQuery<SecurityEventsPage>
{
    public const int PageSize = 50;

    /// <summary>How many events are counted and can be paged to. Counting a log of years would take longer than showing it.</summary>
    public const int MostCounted = 10_000;

    /// <summary>Counted from 1.</summary>
    public int Page { get; set; } = 1;
}

internal sealed class ListSecurityEventsHandler(PortalDbContext database) : IRequestHandler<ListSecurityEvents, SecurityEventsPage?>
{
    public async Task<SecurityEventsPage?> Handle(ListSecurityEvents query, CancellationToken cancellationToken)
    {
        var lines = query.Apply(database).OrderByDescending(e => e.At).ThenByDescending(e => e.Id);
        var count = await lines.Take(ListSecurityEvents.MostCounted).CountAsync(cancellationToken);
        var pages = Math.Max(1, (count + ListSecurityEvents.PageSize - 1) / ListSecurityEvents.PageSize);
        query.Page = Math.Clamp(query.Page, 1, pages);
        var rows = await SecurityEventRow.Select(
                database, lines.Skip((query.Page - 1) * ListSecurityEvents.PageSize).Take(ListSecurityEvents.PageSize))
            .ToListAsync(cancellationToken);
        return new SecurityEventsPage(rows, count, pages, query);
    }
}
