using InspectionPortal.Domain.Text;
using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>
/// What a form field needs to know to draw itself: its name and id, what was typed last time, and what was wrong with it.
/// </summary>
public sealed class FieldState
{
    private readonly ModelStateEntry? _entry;
    private readonly object? _model;

    private FieldState(string name, string id, ModelStateEntry? entry, object? model)
    {
        Name = name;
        Id = id;
        _entry = entry;
        _model = model;
        Errors = entry is null ? [] : [.. entry.Errors.Select(MessageOf).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The name under which the field is posted, with the template's prefix.</summary>
    public string Name { get; }

    /// <summary>The id of the control, or of the first control of a group; the error summary links to it.</summary>
    public string Id { get; }

    /// <summary>The id of the hint.</summary>
    public string HintId => $"{Id}-hint";

    /// <summary>The id of the error message.</summary>
    public string ErrorId => $"{Id}-error";

    /// <summary>What was wrong with the last answer, each message once.</summary>
    public IReadOnlyList<string> Errors { get; }

    /// <summary>Whether the last answer was refused.</summary>
    public bool HasErrors => Errors.Count > 0;

    /// <summary>Reads the state of the field that <paramref name="expression"/> names.</summary>
    /// <param name="view">The view being drawn.</param>
    /// <param name="expression">The model property behind the field.</param>
    /// <param name="id">An id instead of the one made from the name.</param>
    public static FieldState Read(ViewContext view, ModelExpression expression, string? id = null)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(expression);
        var name = view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name);
        view.ViewData.ModelState.TryGetValue(name, out var entry);
        return new FieldState(name, id ?? IdOf(name), entry, expression.Model);
    }

    /// <summary>The id that a field of this name has: the same as the framework's own.</summary>
    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    /// <summary>The value as text: what was typed last time if anything was, else what the model holds.</summary>
    public string Text() => _entry?.AttemptedValue ?? Format(_model);

    /// <summary>The chosen values of a group of radios, checkboxes or options.</summary>
    public IReadOnlySet<string> Values()
    {
        IEnumerable<string> chosen = _entry?.RawValue switch
        {
            string[] several => several,
            string one => [one],
            _ => ModelValues(),
        };
        return chosen.ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>A date as people say it, everything else as the framework would post it.</summary>
    public static string Format(object? value) => value switch
    {
        null => string.Empty,
        DateOnly date => DateFormat.Full(date),
        DateTime date => DateFormat.Full(date),
        DateTimeOffset date => DateFormat.Full(date.DateTime),
        IFormattable formattable => formattable.ToString(null, CultureInfo.CurrentCulture),
        _ => value.ToString() ?? string.Empty,
    };

    /// <summary>The message to show; binding errors without one get a sentence that says what to do.</summary>
    public static string MessageOf(ModelError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return string.IsNullOrWhiteSpace(error.ErrorMessage) ? "Check this answer: the portal does not understand it" : error.ErrorMessage;
    }

    private IEnumerable<string> ModelValues() => _model switch
    {
        null => [],
        string text => [text],
        IEnumerable several => several.Cast<object?>().Select(Format),
        _ => [Format(_model)],
    };
}
