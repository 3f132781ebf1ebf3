using System.Text.RegularExpressions;

namespace InspectionPortal.Domain.Text;

/// <summary>The one place that turns a status, or any other code, into what people read.</summary>
public static partial class StatusLabel
{
    /// <summary>
    /// "Done, awaiting evidence" of <c>DoneAwaitingEvidence</c> or "done-awaiting-evidence"; text with spaces is returned as it is.
    /// </summary>
    /// <param name="value">An enum value or a code; null is "Not started".</param>
    public static string Of(object? value)
    {
        var code = value?.ToString() ?? string.Empty;
        var letters = code.Replace("-", string.Empty, StringComparison.Ordinal).Replace("_", string.Empty, StringComparison.Ordinal);
        return letters.ToLowerInvariant() switch
        {
            "" => "Not started",
            "doneawaitingevidence" or "awaitingevidence" => "Done, awaiting evidence",
            "doneevidenced" or "doneandevidenced" => "Done and evidenced",
            "noactionneeded" => "No action needed",
            "returned" => "Returned with comments",
            _ => Sentence(code),
        };
    }

    private static string Sentence(string code)
    {
        if (code.Contains(' ', StringComparison.Ordinal))
        {
            return code;
        }

        var words = Capital().Replace(code.Replace('-', ' ').Replace('_', ' '), " $0").ToLowerInvariant();
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]", RegexOptions.None, 1000)]
    private static partial Regex Capital();
}
