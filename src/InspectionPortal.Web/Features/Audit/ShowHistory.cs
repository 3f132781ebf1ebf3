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
public sealed record ShowHistory(HistoryKind Kind, Guid Id, int Page) : IQuery<HistoryPage>
{
    public const int PageSize = 30;
}

/// <param name="Kind">Of what.</param>
/// <param name="Id">Of which.</param>
/// <param name="Name">What it is called, or was when it was removed.</param>
/// <param name="Word">What such a thing is called within a sentence.</param>
/// <param name="IsThere">False where it was removed.</param>
/// <param name="Rows">Newest first.</param>
/// <param name="Count">Of all pages.</param>
/// <param name="Page">Counted from 1.</param>
/// <param name="Pages">How many.</param>
public sealed record HistoryPage(
    HistoryKind Kind, Guid Id, string Name, string Word, bool IsThere, IReadOnlyList<AuditRow> Rows, int Count, int Page, int Pages);

internal sealed class ShowHistoryHandler(PortalDbContext database, PartnershipTime time, CurrentSession current) : IRequestHandler<ShowHistory, HistoryPage?>
{
    public async Task<HistoryPage?> Handle(ShowHistory query, CancellationToken cancellationToken)
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
        var pages = Math.Max(1, (count + ShowHistory.PageSize - 1) / ShowHistory.PageSize);
        var page = Math.Clamp(query.Page, 1, pages);
        var rows = await entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
            .Skip((page - 1) * ShowHistory.PageSize).Take(ShowHistory.PageSize).ToListAsync(cancellationToken);
        var gone = await GoneAsync(rows, query.Id, cancellationToken);
        var names = await new AuditNames(database).FindAsync(
            [.. rows.SelectMany(r => AuditWords.Ids(r.Changes).Append(r.EntityId).Append(r.UserId ?? Guid.Empty)).Append(query.Id).Distinct()], cancellationToken);
        var isThere = names.ContainsKey(query.Id);
        foreach (var (id, name) in gone)
        {
            names.TryAdd(id, name);
        }

        names.TryAdd(query.Id, "Without a name");
        return await PageAsync(query, new Found(rows, count, page, pages, isThere), names, cancellationToken);
    }

    private async Task<HistoryPage> PageAsync(ShowHistory query, Found found, Dictionary<Guid, string> names, CancellationToken cancellationToken)
    {
        var partnership = current.RequiredTenant.Partnership;
        var layout = await database.Partnerships.AsNoTracking().Where(p => p.Id == partnership.Id).Select(p => p.Layout).SingleAsync(cancellationToken);
        var words = new HistoryWords(partnership, layout);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(partnership.TimeZone);
        return new HistoryPage(
            query.Kind, query.Id, names[query.Id], words.Kind(HistoryScope.Of(query.Kind).Entity), found.IsThere,
            [.. found.Rows.Select(r => new AuditRow(
                time.Words(r.At), r.UserId is { } user ? names.GetValueOrDefault(user) ?? "Someone no longer here" : "The portal",
                words.Action(r.Action, r.EntityType), r.EntityId == query.Id ? null : names.GetValueOrDefault(r.EntityId),
                AuditWords.Changes(r.Changes, new AuditReading(names, zone) { Label = field => words.Field(r.EntityType, field), Value = words.Value, IsMove = r.Action == AuditAction.Changed })))],
            found.Count, found.Page, found.Pages);
    }

    /// <summary>What the things of these rows were called when they were removed.</summary>
    private async Task<Dictionary<Guid, string>> GoneAsync(List<AuditEntry> rows, Guid id, CancellationToken cancellationToken)
    {
        var ids = rows.SelectMany(r => AuditWords.Ids(r.Changes).Append(r.EntityId)).Append(id).Distinct().ToList();
        var removed = await database.AuditEntries.AsNoTracking().Where(e => e.Action == AuditAction.Removed && ids.Contains(e.EntityId))
            .Select(e => new { e.EntityId, e.Changes }).ToListAsync(cancellationToken);
        return removed.DistinctBy(r => r.EntityId).ToDictionary(r => r.EntityId, r => HistoryEntries.NameIn(r.Changes));
    }

    private sealed record Found(List<AuditEntry> Rows, int Count, int Page, int Pages, bool IsThere);
}
