using InspectionPortal.Web.Data;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Infrastructure.Forms;

/// <summary>A row of a form that has as many as are needed.</summary>
public abstract class FormRow
{
    /// <summary>The stored row's id, or the id that a new one will have: sending the form twice adds it once.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public bool Remove { get; set; }

    /// <summary>True where nothing was typed; such a row is left out.</summary>
    public abstract bool IsBlank();
}

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

/// <summary>A partnership's words as forms say them: short names for turns of <see cref="Words"/>.</summary>
public static class FormWords
{
    /// <summary>"Stretch aim" as "stretch aim"; an abbreviation stays as it is.</summary>
    public static string Small(string word) => Words.Within(word);

    /// <summary>With its article: "a stretch aim", "an improvement project".</summary>
    public static string A(string word) => Words.WithArticle(Words.Within(word));

    /// <summary>More than one.</summary>
    public static string Many(string word) => Words.Plural(Words.Within(word));

    /// <summary>The first words of a long text, for crumbs and lists.</summary>
    public static string Clip(string text, int length = 60) => text.Length <= length ? text : $"{text[..(length - 1)].TrimEnd()}…";
}
