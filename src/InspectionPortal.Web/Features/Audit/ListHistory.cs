using InspectionPortal.Domain.Auditing;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Auditing;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Audit;

/// <summary>
/// Who changed this, when, from what to what? For every member who may read the plan; updates are left out, as a draft is its writer's own
/// until it is sent. What was removed keeps its history.
/// </summary>
[Requires(Permission.ReadPlan)]
public sealed record ListHistory(HistoryKind Kind, Guid Id, int Page) : IQuery<HistoryPage>
{
    public const int PageSize = 30;
}

internal sealed class ListHistoryHandler(PortalDbContext database, PartnershipTime time, CurrentSession current) : IRequestHandler<ListHistory, HistoryPage?>
{
    public async Task<HistoryPage?> Handle(ListHistory query, CancellationToken cancellationToken)
    {
        var scope = HistoryScope.Of(query.Kind);
        var steps = query.Kind == HistoryKind.Project
            ? await HistoryEntries.StepsAsync(database.AuditEntries.AsNoTracking(), query.Id, cancellationToken)
            : [];
        var entries = HistoryEntries.Of(database.AuditEntries.AsNoTracking(), scope, query.Id, steps);
        var counts = await entries.GroupBy(_ => 1).Select(g => new { All = g.Count(), Own = g.Count(e => e.EntityId == query.Id) }).FirstOrDefaultAsync(cancellationToken);

        // Everything has an entry from when it was added: without one it is of another kind, of another partnership, or nothing.
        if (counts is null || counts.Own == 0)
        {
            return null;
        }

        var count = counts.All;
        var pages = Math.Max(1, (count + ListHistory.PageSize - 1) / ListHistory.PageSize);
        var page = Math.Clamp(query.Page, 1, pages);
        var rows = await entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
            .Skip((page - 1) * ListHistory.PageSize).Take(ListHistory.PageSize).ToListAsync(cancellationToken);
        var gone = await GoneAsync(rows, query.Id, cancellationToken);
        var names = await new AuditNames(database).FindAsync(
            [.. rows.SelectMany(r => AuditText.Ids(r.Changes).Append(r.EntityId).Append(r.UserId ?? Guid.Empty)).Append(query.Id).Distinct()], cancellationToken);
        var isThere = names.ContainsKey(query.Id);
        foreach (var (id, name) in gone)
        {
            names.TryAdd(id, name);
        }

        names.TryAdd(query.Id, "No name");
        return await PageAsync(query, new Found(rows, count, page, pages, isThere), names, cancellationToken);
    }

    private async Task<HistoryPage> PageAsync(ListHistory query, Found found, Dictionary<Guid, string> names, CancellationToken cancellationToken)
    {
        var partnership = current.RequiredTenant.Partnership;
        var layout = await database.Partnerships.AsNoTracking().Where(p => p.Id == partnership.Id).Select(p => p.Layout).SingleAsync(cancellationToken);
        var words = new HistoryText(partnership, layout);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(partnership.TimeZone);
        return new HistoryPage(
            query.Kind, query.Id, names[query.Id], words.Kind(HistoryScope.Of(query.Kind).Entity), found.IsThere,
            [.. found.Rows.Select(r => new AuditRow(
                time.Words(r.At), r.UserId is { } user ? names.GetValueOrDefault(user) ?? "Someone who has left" : "The portal",
                words.Action(r.Action, r.EntityType), r.EntityId == query.Id ? null : names.GetValueOrDefault(r.EntityId),
                AuditText.Changes(r.Changes, new AuditReading(names, zone) { Label = field => words.Field(r.EntityType, field), Value = words.Value, IsMove = r.Action == AuditAction.Changed })))],
            found.Count, found.Page, found.Pages);
    }

    /// <summary>What the things of these rows were called when they were removed.</summary>
    private async Task<Dictionary<Guid, string>> GoneAsync(List<AuditEntry> rows, Guid id, CancellationToken cancellationToken)
    {
        var ids = rows.SelectMany(r => AuditText.Ids(r.Changes).Append(r.EntityId)).Append(id).Distinct().ToList();
        var removed = await database.AuditEntries.AsNoTracking().Where(e => e.Action == AuditAction.Removed && ids.Contains(e.EntityId))
            .Select(e => new { e.EntityId, e.Changes }).ToListAsync(cancellationToken);
        return removed.DistinctBy(r => r.EntityId).ToDictionary(r => r.EntityId, r => HistoryEntries.NameIn(r.Changes));
    }

    private sealed record Found(List<AuditEntry> Rows, int Count, int Page, int Pages, bool IsThere);
}
