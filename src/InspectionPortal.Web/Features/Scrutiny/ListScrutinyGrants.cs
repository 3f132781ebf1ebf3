using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>Which scrutiny bodies may read what here, from when until when, and when they last did.</summary>
[Requires(Permission.ManagePeople)]
public sealed record ListScrutinyGrants : IQuery<ScrutinyGrantList>;

public sealed record ScrutinyGrantList(IReadOnlyList<ScrutinyGrantRow> Open, IReadOnlyList<ScrutinyGrantRow> Ended, TimeZoneInfo Zone);

public sealed record ScrutinyGrantRow
{
    public Guid Id { get; init; }
    public required string Body { get; init; }
    public int Officers { get; init; }
    public required string Plan { get; init; }
    public GrantScope Scope { get; init; }
    public DateTimeOffset From { get; init; }
    public DateTimeOffset? Until { get; init; }
    public DateTimeOffset? RevokedAt { get; init; }
    public string? GrantedBy { get; init; }
    public string? RevokedBy { get; init; }

    /// <summary>When an officer of that body last read something while the grant was in force.</summary>
    public DateTimeOffset? LastUsed { get; init; }

    public uint Version { get; init; }
}

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
                Officers = g.Body.Officers.Count,
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
                        && database.ScrutinyOfficers.Any(o => o.BodyId == g.BodyId && o.UserId == e.UserId))
                    .Max(e => (DateTimeOffset?)e.At),
            })
            .ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        var ended = rows.ToLookup(g => g.RevokedAt is not null || g.Until <= now);
        return new ScrutinyGrantList(
            [.. ended[false].OrderBy(g => g.Body, StringComparer.CurrentCulture)], [.. ended[true]],
            TimeZoneInfo.FindSystemTimeZoneById(current.RequiredTenant.Partnership.TimeZone));
    }
}

/// <summary>The form to give access, with the bodies and plans there are.</summary>
[Requires(Permission.ManagePeople)]
public sealed record StartScrutinyGrant : IQuery<ScrutinyGrantStart>;

public sealed record ScrutinyGrantStart(IReadOnlyList<SelectListItem> Bodies, IReadOnlyList<SelectListItem> Plans);

internal sealed class StartScrutinyGrantHandler(PortalDbContext database) : IRequestHandler<StartScrutinyGrant, ScrutinyGrantStart?>
{
    public async Task<ScrutinyGrantStart?> Handle(StartScrutinyGrant query, CancellationToken cancellationToken) => new(
        await database.ScrutinyBodies.AsNoTracking().OrderBy(b => b.Name).Select(b => new SelectListItem(b.Name, b.Id.ToString())).ToListAsync(cancellationToken),
        await database.Plans.AsNoTracking().OrderBy(p => p.Title).Select(p => new SelectListItem(p.Title, p.Id.ToString())).ToListAsync(cancellationToken));
}
