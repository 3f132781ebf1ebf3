using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>Which scrutiny bodies may read what here, from when until when, and when they last did.</summary>
[Requires(Permission.ManagePeople)]
public sealed record ListScrutinyGrants : IQuery<ScrutinyGrantList>;

internal sealed class ListScrutinyGrantsHandler(PortalDbContext database, CurrentSession current, TimeProvider time)
    : IRequestHandler<ListScrutinyGrants, ScrutinyGrantList?>
{
    public async Task<ScrutinyGrantList?> Handle(ListScrutinyGrants query, CancellationToken cancellationToken)
    {
        var rows = await database.ScrutinyGrants.AsNoTracking().OrderByDescending(g => g.From)
            .Select(g => new ScrutinyGrantRow
            {
                Id = g.Id,
                Body = g.Body!.Name,
                Officer = g.OfficerUserId == null ? null
                    : database.Users.Where(u => u.Id == g.OfficerUserId).Select(u => u.DisplayName).FirstOrDefault(),
                Officers = g.Body.Officers.Count,
                OfficerTitle = g.Body.OfficerTitle,
                Plan = g.Plan!.Title,
                Scope = g.Scope,
                From = g.From,
                Until = g.Until,
                RevokedAt = g.RevokedAt,
                Version = g.Version,
                GrantedBy = database.Users.Where(u => u.Id == g.GrantedByUserId).Select(u => u.DisplayName).FirstOrDefault(),
                RevokedBy = database.Users.Where(u => u.Id == g.RevokedByUserId).Select(u => u.DisplayName).FirstOrDefault(),
                LastUsed = database.AccessEntries
                    .Where(e => e.At >= g.From && (g.RevokedAt == null || e.At <= g.RevokedAt)
                        && (g.OfficerUserId == null || g.OfficerUserId == e.UserId)
                        && database.LinkOfficers.Any(o => o.BodyId == g.BodyId && o.UserId == e.UserId))
                    .Max(e => (DateTimeOffset?)e.At),
            })
            .ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        var ended = rows.ToLookup(g => g.RevokedAt is not null || g.Until <= now);
        return new ScrutinyGrantList(
            [.. ended[false].OrderBy(g => g.Body, StringComparer.CurrentCulture)], [.. ended[true]],
            TimeZoneInfo.FindSystemTimeZoneById(current.RequiredTenant.Partnership.TimeZone), now);
    }
}
