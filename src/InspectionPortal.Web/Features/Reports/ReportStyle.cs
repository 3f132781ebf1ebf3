using System.Text;
using System.Text.RegularExpressions;
using InspectionPortal.Web.Components;
using Microsoft.AspNetCore.Html;
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
            .AppendLine(await ReadAsync(files, "css/print.css", cancellationToken)).AppendLine("}").Append(PaperStyle.Rule(running));
        return PaperStyle.Element(style.ToString());
    }

    /// <summary>Pictures of the portal, which a file cannot fetch.</summary>
    [GeneratedRegex(@"url\([^)]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    private static async Task<string> ReadAsync(IFileProvider files, string path, CancellationToken cancellationToken)
    {
        await using var stream = files.GetFileInfo(path).CreateReadStream();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
