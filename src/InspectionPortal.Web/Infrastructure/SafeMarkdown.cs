using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace InspectionPortal.Web.Infrastructure;

/// <summary>
/// Narrative in Markdown as HTML that can do no harm: HTML in it is shown as text, links lead only to the web or to mail,
/// pictures become their words, and headings stand below those of the page.
/// </summary>
public static class SafeMarkdown
{
    private const int HeadingsBelow = 3;
    private const int LowestHeading = 6;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>The text as HTML; nothing where there is none.</summary>
    public static IHtmlContent Render(string? markdown)
    {
        if (string.IsNullOrWhiteSpace(markdown))
        {
            return HtmlString.Empty;
        }

        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>().ToList())
        {
            heading.Level = Math.Min(heading.Level + HeadingsBelow, LowestHeading);
        }

        foreach (var link in document.Descendants<LinkInline>().Where(l => l.IsImage || !IsSafe(l.GetDynamicUrl?.Invoke() ?? l.Url)).ToList())
        {
            UnlinkInPlace(link);
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(l => !l.IsEmail && !IsSafe(l.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }

        return new HtmlString(document.ToHtml(Pipeline));
    }

    private static void UnlinkInPlace(LinkInline link)
    {
        while (link.FirstChild is { } child)
        {
            child.Remove();
            link.InsertBefore(child);
        }

        link.Remove();
    }

    private static bool IsSafe(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeMailto);
}
