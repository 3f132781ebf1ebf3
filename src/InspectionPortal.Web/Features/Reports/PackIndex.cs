using System.Globalization;
using System.Net;
using System.Text;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>The first page of an evidence pack: it opens from a disk, without the portal and without the network.</summary>
internal static class PackIndex
{
    private const string Style =
        "body{font:16px/1.5 Arial,sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#0b0c0c}h1{font-size:2em}h2{margin-top:2em}"
        + "table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4em .6em .4em 0;"
        + "border-bottom:1px solid #b1b4b6}dd{margin:0 0 1em;white-space:pre-line}";

    /// <summary>The page.</summary>
    /// <param name="content">What is in the pack.</param>
    /// <param name="paths">Where each item is within it; null for one that is not on the disk.</param>
    /// <param name="reports">Where each report is.</param>
    public static string Html(PackContent content, IReadOnlyList<string?> paths, IReadOnlyList<string> reports)
    {
        var html = Head(content);
        if (content.NotScanned > 0)
        {
            html.Append(CultureInfo.InvariantCulture,
                $"<p>{EnglishText.Count(content.NotScanned, "file is", "files are")} not in it, ")
                .Append("because nobody has scanned them for viruses yet.</p>");
        }

        var items = content.Items.Select((item, i) => (Item: item, Path: paths[i])).ToList();
        foreach (var recommendation in content.Recommendations)
        {
            html.Append(CultureInfo.InvariantCulture,
                $"<h2>{Text(content.RecommendationWord)} {Text(recommendation.Number)}</h2><p>{Text(recommendation.Text)}</p>");
            Statements(html, recommendation, content.Zone);
            Table(html, [.. items.Where(i => recommendation.Evidence.Contains(i.Item.ItemId))], content.Zone);
        }

        var answering = content.Recommendations.SelectMany(r => r.Evidence).ToHashSet();
        var rest = items.Where(i => !answering.Contains(i.Item.ItemId)).ToList();
        if (rest.Count > 0)
        {
            html.Append("<h2>Other evidence</h2>");
            Table(html, rest, content.Zone);
        }

        Reports(html, content, reports);
        return html.Append("</main></body></html>\n").ToString();
    }

    private static StringBuilder Head(PackContent content)
    {
        var html = new StringBuilder();
        var title = $"Evidence pack of {content.About}";
        html.Append(
            "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">")
            .Append(CultureInfo.InvariantCulture,
                $"<title>{Text(title)} - {Text(content.Partnership)}</title><style>{Style}</style></head><body><main>")
            .Append(CultureInfo.InvariantCulture, $"<p>{Text(content.Partnership)}</p><h1>{Text(title)}</h1>")
            .Append(CultureInfo.InvariantCulture,
                $"<p>Made on {DateFormat.Moment(content.MadeAt, content.Zone)} for {Text(content.MadeBy)}. ")
            .Append("It holds released evidence and approved reports as they were then. ")
            .Append("<a href=\"manifest.csv\">manifest.csv</a> has the SHA-256 of each file; ")
            .Append("the portal’s command “pack verify” checks them.</p>");
        return html;
    }

    private static void Reports(StringBuilder html, PackContent content, IReadOnlyList<string> reports)
    {
        html.Append("<h2>Approved reports</h2>");
        if (reports.Count == 0)
        {
            html.Append("<p>None is approved yet.</p>");
            return;
        }

        html.Append("<ul>");
        foreach (var (report, path) in content.Reports.Zip(reports))
        {
            html.Append(CultureInfo.InvariantCulture,
                $"<li><a href=\"{Text(path)}\">{Text(report.Title)}</a>, approved {DateFormat.Full(report.PublishedAt, content.Zone)} ")
                .Append(CultureInfo.InvariantCulture,
                    $"(<a href=\"{Text(Path.ChangeExtension(path, ".json"))}\">JSON<span hidden> of {Text(report.Title)}</span></a>)</li>");
        }

        html.Append("</ul>");
    }

    private static void Statements(StringBuilder html, PackRecommendation recommendation, TimeZoneInfo zone)
    {
        foreach (var statement in recommendation.Statements)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h3>Position statement, as at {DateFormat.Full(statement.AsAt)}</h3><dl>");
            foreach (var (question, answer) in new[]
            {
                ("Self-evaluation grade", statement.Grade), ("How well are we doing?", statement.HowWell),
                ("How do we know?", statement.HowKnown), ("What next?", statement.WhatNext),
            })
            {
                if (answer is not null)
                {
                    html.Append(CultureInfo.InvariantCulture, $"<dt><strong>{question}</strong></dt><dd>{Text(answer)}</dd>");
                }
            }

            var approved = DateFormat.Full(statement.ApprovedAt.GetValueOrDefault(), zone);
            html.Append(CultureInfo.InvariantCulture, $"</dl><p>Approved on {approved}</p>");
        }

        if (recommendation.Statements.Count > 0)
        {
            html.Append("<h3>Evidence</h3>");
        }
    }

    private static void Table(StringBuilder html, List<(PackItem Item, string? Path)> items, TimeZoneInfo zone)
    {
        if (items.Count == 0)
        {
            html.Append("<p>No evidence has been released.</p>");
            return;
        }

        html.Append(
            "<table><thead><tr><th scope=\"col\">Evidence</th><th scope=\"col\">Type</th>")
            .Append("<th scope=\"col\">Version</th><th scope=\"col\">Released</th></tr></thead><tbody>");
        foreach (var (item, path) in items)
        {
            var name = path is null ? $"{Text(item.Title)} (the file is missing)" : $"<a href=\"{Text(path)}\">{Text(item.Title)}</a>";
            html.Append(CultureInfo.InvariantCulture,
                $"<tr><td>{name}</td><td>{Text(StatusLabel.Of(item.Kind))}</td><td>{item.Version}</td>")
                .Append(CultureInfo.InvariantCulture,
                    $"<td>{(item.ReleasedAt is { } at ? DateFormat.Full(at, zone) : string.Empty)}</td></tr>");
        }

        html.Append("</tbody></table>");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
