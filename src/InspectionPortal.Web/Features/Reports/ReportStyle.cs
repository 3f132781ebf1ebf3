using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.FileProviders;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>The style of a report on paper and in a file that opens without the portal.</summary>
internal static partial class ReportStyle
{
    private static readonly string[] Sheets =
    [
        "lib/govuk-frontend/govuk-frontend.min.css", "css/frame.css", "css/components.css", "css/pages.css", "css/plan.css",
        "css/charts.css", "css/signals.css",
    ];

    /// <summary>In a file nothing is held short: there is no script, and on paper nothing can be opened.</summary>
    private const string FileOnly = """
        .p-clamp--held .p-clamp__text, .p-clamp-3 { display: block; overflow: visible; -webkit-line-clamp: none; max-height: none; }
        .p-clamp__control, .p-clamp__more { display: none; }
        """;

    /// <summary>Every style sheet in one element, with the words at the top of each page of paper.</summary>
    public static async Task<IHtmlContent> WholeAsync(IFileProvider files, string running, CancellationToken cancellationToken)
    {
        var style = new StringBuilder();
        foreach (var sheet in Sheets)
        {
            style.AppendLine(Address().Replace(await ReadAsync(files, sheet, cancellationToken), "none"));
        }

        style.AppendLine(FileOnly).AppendLine("@media print {")
            .AppendLine(await ReadAsync(files, "css/print.css", cancellationToken)).AppendLine("}").Append(Paper(running));
        return Element(style.ToString());
    }

    /// <summary>The words at the top of each page of paper, for a page of the portal.</summary>
    public static IHtmlContent PaperOnly(string running, string nonce)
    {
        var element = Element(Paper(running));
        element.Attributes["nonce"] = nonce;
        return element;
    }

    /// <summary>A text within a string of a style sheet: everything but letters, digits and spaces by its number.</summary>
    public static string Quoted(string text)
    {
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

    /// <summary>Pictures of the portal, which a file cannot fetch.</summary>
    [GeneratedRegex(@"url\([^)]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    private static string Paper(string running) =>
        $"@page {{ @top-left {{ font: 9pt Arial, Helvetica, sans-serif; content: {Quoted(running)}; }} }}";

    private static TagBuilder Element(string style)
    {
        var element = new TagBuilder("style");

        // A style sheet ends at the first end tag, whatever it is within.
        element.InnerHtml.AppendHtml(style.Replace("</", "<\\/", StringComparison.Ordinal));
        return element;
    }

    private static async Task<string> ReadAsync(IFileProvider files, string path, CancellationToken cancellationToken)
    {
        await using var stream = files.GetFileInfo(path).CreateReadStream();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
