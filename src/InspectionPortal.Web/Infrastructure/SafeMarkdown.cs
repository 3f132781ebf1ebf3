using System.Globalization;
using System.Text.Encodings.Web;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;
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

        try
        {
            return new HtmlString(Html(markdown));
        }
        catch (ArgumentException)
        {
            // Nested deeper than the reader follows: nobody means that as Markdown, so the words are shown as they are.
            return new HtmlString($"<p class=\"p-written\">{HtmlEncoder.Default.Encode(markdown)}</p>");
        }
    }

    private static string Html(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = Math.Min(heading.Level + HeadingsBelow, LowestHeading);
        }

        using var words = new StringWriter(CultureInfo.InvariantCulture);
        var renderer = new HtmlRenderer(words);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<LinkInlineRenderer>(new Links());
        renderer.ObjectRenderers.ReplaceOrAdd<AutolinkInlineRenderer>(new Autolinks());
        renderer.Render(document);
        return words.ToString();
    }

    private static bool IsSafe(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeMailto);

    /// <summary>Writes a link that is safe, and of every other only its words.</summary>
    private sealed class Links : LinkInlineRenderer
    {
        protected override void Write(HtmlRenderer renderer, LinkInline link)
        {
            if (link.IsImage || !IsSafe(link.GetDynamicUrl?.Invoke() ?? link.Url))
            {
                renderer.WriteChildren(link);
            }
            else
            {
                base.Write(renderer, link);
            }
        }
    }

    private sealed class Autolinks : AutolinkInlineRenderer
    {
        protected override void Write(HtmlRenderer renderer, AutolinkInline obj)
        {
            if (obj.IsEmail || IsSafe(obj.Url))
            {
                base.Write(renderer, obj);
            }
            else
            {
                renderer.WriteEscape(obj.Url);
            }
        }
    }
}
