using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.SecurityEvents;

/// <summary>The partnership's own lines of the security log, newest first. The database hands out no others.</summary>
[Requires(Permission.ReadAudit)]
public sealed class ListOwnSecurityEvents : IQuery<OwnSecurityEventsPage>
{
    public const int PageSize = 50;

    public SecurityEventKind? Kind { get; set; }

    /// <summary>Counted from 1.</summary>
    public int Page { get; set; } = 1;
}

internal sealed class ListOwnSecurityEventsHandler(PortalDbContext database, PartnershipTime time, CurrentSession current)
    : IRequestHandler<ListOwnSecurityEvents, OwnSecurityEventsPage?>
{
    private const string Outsider = "Someone who is not a member";

    public async Task<OwnSecurityEventsPage?> Handle(ListOwnSecurityEvents query, CancellationToken cancellationToken)
    {
        var tenant = current.RequiredTenant.Partnership.Id;
        var lines = database.SecurityEvents.AsNoTracking().Where(e => e.PartnershipId == tenant && (query.Kind == null || e.Kind == query.Kind));
        var count = await lines.CountAsync(cancellationToken);
        var pages = Math.Max(1, (count + ListOwnSecurityEvents.PageSize - 1) / ListOwnSecurityEvents.PageSize);
        var page = Math.Clamp(query.Page, 1, pages);
        var rows = await lines.OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
            .Skip((page - 1) * ListOwnSecurityEvents.PageSize).Take(ListOwnSecurityEvents.PageSize)
            .ToListAsync(cancellationToken);
        var members = await MembersAsync(rows, cancellationToken);
        return new OwnSecurityEventsPage(
            [.. rows.Select(e => new OwnSecurityEventRow(
                time.Words(e.At), SecurityEventLabels.Of(e.Kind), Name(e.ByUserId), Name(e.AboutUserId),
                e.Kind == SecurityEventKind.OtherPartnershipRefused ? null : e.Detail))],
            count, page, pages, query.Kind);

        string? Name(Guid? id) => id is { } user ? members.GetValueOrDefault(user) ?? Outsider : null;
    }

    /// <summary>Names of members alone: who tried from outside is the platform's to know.</summary>
    private Task<Dictionary<Guid, string>> MembersAsync(List<SecurityEvent> rows, CancellationToken cancellationToken)
    {
        var ids = rows.SelectMany(e => new[] { e.ByUserId, e.AboutUserId }).OfType<Guid>().Distinct().ToList();
        return database.Users.AsNoTracking()
            .Where(u => ids.Contains(u.Id) && database.Memberships.Any(m => m.UserId == u.Id))
            .ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
    }
}
