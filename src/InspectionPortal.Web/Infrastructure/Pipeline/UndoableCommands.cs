using System.Reflection;
using InspectionPortal.Web.Data.Interceptors;

namespace InspectionPortal.Web.Infrastructure.Pipeline;

/// <summary>The commands that can be undone, by the names that the audit has for them.</summary>
public static class UndoableCommands
{
    private static readonly Dictionary<string, Type> Types = typeof(UndoableCommands).Assembly.GetTypes()
        .Where(t => t.GetCustomAttribute<CanUndoAttribute>() is not null).ToDictionary(t => t.Name, StringComparer.Ordinal);

    /// <summary>How long a change can be undone.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromMinutes(10);

    /// <summary>The command with that name; null where it cannot be undone.</summary>
    public static Type? Find(string name) => Types.GetValueOrDefault(name);

    /// <summary>The entry by which what was just done can be undone; null where it cannot.</summary>
    public static string? OfferedBy(ChangeOrigin origin) =>
        origin is { EntryId: { } entry, IsFinal: false } && Types.ContainsKey(origin.Command) ? entry.ToString() : null;
}
