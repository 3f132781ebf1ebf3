using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Components;

/// <summary>Words at the top of each page of paper. A style sheet alone can put them there, and a file cannot know them.</summary>
public static class PaperStyle
{
    /// <summary>The rule that puts the words there.</summary>
    /// <param name="running">The words.</param>
    public static string Rule(string running) =>
        $"@page {{ @top-left {{ font: 9pt Arial, Helvetica, sans-serif; content: {Quoted(running)}; }} }}";

    /// <summary>The same as an element of a page.</summary>
    /// <param name="running">The words.</param>
    /// <param name="nonce">What the content security policy of this answer knows it by.</param>
    public static TagBuilder Element(string running, string nonce)
    {
        var element = Element(Rule(running));
        element.Attributes["nonce"] = nonce;
        return element;
    }

    /// <summary>A style sheet as an element.</summary>
    public static TagBuilder Element(string style)
    {
        ArgumentNullException.ThrowIfNull(style);
        var element = new TagBuilder("style");

        // A style sheet ends at the first end tag, whatever it is within.
        element.InnerHtml.AppendHtml(style.Replace("</", "<\\/", StringComparison.Ordinal));
        return element;
    }

    /// <summary>A text within a string of a style sheet: everything but letters, digits and spaces by its number.</summary>
    public static string Quoted(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value == ' ')
            {
                quoted.Append(rune.ToString());
            }
            else
            {
                quoted.Append(CultureInfo.InvariantCulture, $"\\{rune.Value:x} ");
            }
        }

        return quoted.Append('"').ToString();
    }
}
