using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Infrastructure.Forms;

/// <summary>Rows of a form and the rows stored for them.</summary>
public static class FormRows
{
    /// <summary>Leaves one empty row at the end.</summary>
    public static void AddSpare<TRow>(List<TRow> rows)
        where TRow : FormRow, new()
    {
        while (rows.Count > 0 && rows[^1].IsBlank())
        {
            rows.RemoveAt(rows.Count - 1);
        }

        rows.Add(new TRow());
    }

    /// <summary>
    /// Makes the stored rows like the typed ones: matched by id, blank and ticked ones removed, unknown ids added. An id that
    /// another row has already is replaced, so that nothing typed into a form can reach a row that is not this form's.
    /// </summary>
    public static async Task MergeAsync<TRow, TEntity>(
        this PortalDbContext database, IReadOnlyList<TEntity> stored, IEnumerable<TRow> rows, Func<TEntity> make,
        Action<TRow, TEntity, int> apply, CancellationToken cancellationToken)
        where TRow : FormRow
        where TEntity : TenantEntity
    {
        var kept = rows.Where(r => !r.Remove && !r.IsBlank()).DistinctBy(r => r.Id).ToList();
        var known = stored.ToDictionary(e => e.Id);
        var fresh = kept.Where(r => !known.ContainsKey(r.Id)).Select(r => r.Id).ToList();
        var taken = fresh.Count == 0
            ? []
            : await database.Set<TEntity>().Where(e => fresh.Contains(e.Id)).Select(e => e.Id).ToListAsync(cancellationToken);
        foreach (var (row, position) in kept.Select((r, i) => (r, i)))
        {
            if (known.TryGetValue(row.Id, out var entity))
            {
                apply(row, entity, position);
                continue;
            }

            entity = make();
            entity.Id = taken.Contains(row.Id) ? Guid.CreateVersion7() : row.Id;
            apply(row, entity, position);
            database.Add(entity);
        }

        database.RemoveRange(stored.Where(e => kept.TrueForAll(r => r.Id != e.Id)));
    }
}
