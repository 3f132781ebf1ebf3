using System.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InspectionPortal.Web.Infrastructure;

/// <summary>
/// Reads every text field the same way: outer space trimmed, line ends as one character, control characters and marks without width that no
/// keyboard types (and that PostgreSQL cannot keep) left out, blank as null. Passwords are taken to the letter.
/// </summary>
public sealed class PlainTextBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var values = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (values == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, values);
        var verbatim = bindingContext.ModelMetadata.DataTypeName == "Password";
        bindingContext.Result = ModelBindingResult.Success(verbatim ? values.FirstValue : Plain(values.FirstValue));
        return Task.CompletedTask;
    }

    /// <summary>The text as the portal keeps it; null where nothing was said.</summary>
    public static string? Plain(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !(Rune.IsControl(rune) || IsUnseen(rune.Value)))
            {
                kept.Append(rune.ToString());
            }
        }

        var plain = kept.ToString().Trim();
        return plain.Length == 0 ? null : plain;
    }

    /// <summary>Marks without width, and those that turn the direction of the words after them: nobody sees them, and a title may consist of them.</summary>
    private static bool IsUnseen(int value) => value is 0x200B or 0x2060 or 0xFEFF or 0x00AD or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}

/// <summary>Uses <see cref="PlainTextBinder"/> for every string that is bound.</summary>
public sealed class PlainTextBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string) ? new PlainTextBinder() : null;
}
