using System.Collections;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Infrastructure.Forms;

/// <summary>Compares what two people typed into the same form, field by field, whatever fields it has.</summary>
internal static class FormComparison
{
    private static readonly string[] Frame = [nameof(FormFields.Version), nameof(FormFields.More), nameof(FormFields.IsNew), nameof(FormFields.NewId), "Id"];

    /// <summary>The fields that differ, under their names, in the order in which they are declared.</summary>
    /// <param name="yours">What was typed and is not saved.</param>
    /// <param name="theirs">What is stored now.</param>
    /// <param name="page">Its choices give the words for what is stored as an id.</param>
    public static IReadOnlyList<Difference> Between(FormFields yours, FormFields theirs, FormPage page)
    {
        var choices = Choices(page);
        var stored = Fields(theirs.GetType()).ToDictionary(p => p.Name, StringComparer.Ordinal);
        return Difference.Among([.. Fields(yours.GetType()).Where(p => stored.ContainsKey(p.Name))
            .Select(p => (Label(p.Name), Say(stored[p.Name].GetValue(theirs), choices), Say(p.GetValue(yours), choices)))]);
    }

    private static IEnumerable<PropertyInfo> Fields(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p is { CanRead: true, CanWrite: true } && p.GetIndexParameters().Length == 0 && !Frame.Contains(p.Name, StringComparer.Ordinal)
            && p.GetCustomAttribute<BindNeverAttribute>() is null);

    private static Dictionary<string, string> Choices(FormPage page) => page.GetType().GetProperties().Select(p => p.GetValue(page))
        .OfType<IEnumerable<SelectListItem>>().SelectMany(items => items).Where(i => i.Value is not null)
        .GroupBy(i => i.Value, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First().Text, StringComparer.OrdinalIgnoreCase);

    /// <summary>"KeyOutcomes" as "Key outcomes".</summary>
    private static string Label(string name)
    {
        var words = string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : c.ToString()));
        return words.EndsWith(" id", StringComparison.Ordinal) ? words[..^3] : words.EndsWith(" ids", StringComparison.Ordinal) ? $"{words[..^4]}s" : words;
    }

    private static string? Say(object? value, Dictionary<string, string> choices) => value switch
    {
        null => null,
        string text => choices.GetValueOrDefault(text, text),
        bool yes => yes ? "Yes" : null,
        Guid id => choices.GetValueOrDefault(id.ToString()),
        FormRow { Remove: true } => null,
        FormRow row when row.IsBlank() => null,
        IEnumerable many => Join("\n", many.Cast<object?>().Select(v => Say(v, choices))),
        _ when value.GetType().IsClass => Join(" · ", Fields(value.GetType()).Select(p => Say(p.GetValue(value), choices))),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) is { } said ? choices.GetValueOrDefault(said, said) : null,
    };

    private static string? Join(string between, IEnumerable<string?> words) =>
        string.Join(between, words.Where(w => !string.IsNullOrEmpty(w))) is { Length: > 0 } joined ? joined : null;
}
