using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using InspectionPortal.Domain.Auditing;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Audit;

/// <summary>Finds the audit entries of a thing's history.</summary>
internal static class HistoryEntries
{
    private const int Longest = 120;

    private static readonly MethodInfo Contains = typeof(NpgsqlJsonDbFunctionsExtensions).GetMethod(nameof(NpgsqlJsonDbFunctionsExtensions.JsonContains))!;

    /// <summary>
    /// Its own entries, all of its parts, and those of its members that name it. Parts are known by the entries of theirs that name the
    /// thing
    /// (each has one from when it was added), so that what was removed is among them.
    /// </summary>
    /// <param name="entries">Of one partnership.</param>
    /// <param name="scope">What belongs to the history.</param>
    /// <param name="id">Of the thing.</param>
    /// <param name="steps">Ids of a project's steps, on which owners hang.</param>
    public static IQueryable<AuditEntry> Of(IQueryable<AuditEntry> entries, HistoryScope scope, Guid id, IReadOnlyList<Guid> steps)
    {
        var parts = Naming(entries, scope.Parts, id).Select(e => e.EntityId);
        var found = entries.Where(e => (e.EntityType == scope.Entity && e.EntityId == id) || parts.Contains(e.EntityId));
        if (steps.Count > 0)
        {
            found = found.Concat(entries.Where(e => e.EntityType == nameof(SubActionOwner)).Where(NamesAny(nameof(SubActionOwner.SubActionId), steps)));
        }

        return scope.Members.Count == 0 ? found : found.Concat(Naming(entries, scope.Members, id));
    }

    /// <summary>Every step that a project has or had.</summary>
    public static Task<List<Guid>> StepsAsync(IQueryable<AuditEntry> entries, Guid projectId, CancellationToken cancellationToken) =>
        Naming(entries, [new HistoryLink(nameof(SubAction), nameof(SubAction.ProjectId))], projectId).Select(e => e.EntityId).Distinct().ToListAsync(cancellationToken);

    /// <summary>What an entry of a removal says that the thing was called.</summary>
    public static string NameIn(string changes)
    {
        using var document = JsonDocument.Parse(changes);
        var values = new[] { "Number", "Title", "Name", "Statement", "Text", "Words" }
            .Select(field => document.RootElement.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Object
                && value.TryGetProperty("before", out var before) && before.ValueKind == JsonValueKind.String ? before.GetString() : null)
            .Where(text => !string.IsNullOrEmpty(text)).Take(2).ToList();
        return values.Count == 0 ? "a removed item" : EnglishText.Cut(string.Join(' ', values), Longest);
    }

    private static IQueryable<AuditEntry> Naming(IQueryable<AuditEntry> entries, IReadOnlyList<HistoryLink> links, Guid id)
    {
        IQueryable<AuditEntry>? found = null;
        foreach (var group in links.GroupBy(l => l.Field, StringComparer.Ordinal))
        {
            var kinds = group.Select(l => l.Entity).ToList();
            var before = Json(group.Key, "before", id);
            var after = Json(group.Key, "after", id);
            var naming = entries.Where(e => kinds.Contains(e.EntityType)
                && (EF.Functions.JsonContains(e.Changes, before) || EF.Functions.JsonContains(e.Changes, after)));
            found = found is null ? naming : found.Concat(naming);
        }

        return found ?? entries.Where(e => false);
    }

    private static string Json(string field, string side, Guid id) =>
        JsonSerializer.Serialize(new Dictionary<string, object>(StringComparer.Ordinal) { [field] = new Dictionary<string, Guid>(StringComparer.Ordinal) { [side] = id } });

    /// <summary>True for entries whose field names one of these ids, before or after.</summary>
    private static Expression<Func<AuditEntry, bool>> NamesAny(string field, IReadOnlyList<Guid> ids)
    {
        var entry = Expression.Parameter(typeof(AuditEntry), "e");
        var names = ids.SelectMany(id => new[] { Json(field, "before", id), Json(field, "after", id) })
            .Select(json => (Expression)Expression.Call(
                Contains, Expression.Constant(EF.Functions), Expression.Property(entry, nameof(AuditEntry.Changes)),
                Expression.Field(Expression.Constant(new Sought(json)), nameof(Sought.Words))))
            .Aggregate(Expression.OrElse);
        return Expression.Lambda<Func<AuditEntry, bool>>(names, entry);
    }

    /// <summary>Holds a value so that it reaches the database as a parameter.</summary>
    private sealed class Sought(string json)
    {
        public readonly string Words = json;
    }
}
