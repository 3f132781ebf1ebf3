using InspectionPortal.PlanDocuments.Formats;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace InspectionPortal.Web.Features.Plans.Exports;

/// <summary>Writes narrative in Markdown as paragraphs, headings and lists; links and pictures become their words.</summary>
internal sealed class DocxNarrative(DocxText text)
{
    private const int Bullets = 2;
    private const int Numbers = 3;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    public void Write(string markdown)
    {
        foreach (var block in Markdown.Parse(markdown, Pipeline))
        {
            Block(block, 0, -1);
        }
    }

    private void Block(Block block, int list, int level)
    {
        switch (block)
        {
            case ListBlock items:
                foreach (var item in items.OfType<ListItemBlock>().SelectMany(i => i))
                {
                    Block(item, items.IsOrdered ? Numbers : Bullets, level + (item is ListBlock ? 0 : 1));
                }

                break;
            case ContainerBlock container:
                foreach (var inner in container)
                {
                    Block(inner, list, level);
                }

                break;
            case HeadingBlock heading:
                text.Paragraph("Heading2", [.. Runs(heading.Inline)]);
                break;
            case LeafBlock { Inline: { } inline }:
                text.Paragraph("Normal", list, Math.Max(0, level), [.. Runs(inline)]);
                break;
            case LeafBlock leaf when leaf.Lines.Count > 0:
                text.Paragraph("Normal", leaf.Lines.ToString());
                break;
        }
    }

    private static IEnumerable<DocxRun> Runs(ContainerInline? holder, bool isBold = false, bool isItalic = false)
    {
        foreach (var inline in holder ?? Enumerable.Empty<Inline>())
        {
            switch (inline)
            {
                case EmphasisInline emphasis:
                    foreach (var run in Runs(emphasis, isBold || emphasis.DelimiterCount > 1, isItalic || emphasis.DelimiterCount == 1))
                    {
                        yield return run;
                    }

                    break;
                case ContainerInline container:
                    foreach (var run in Runs(container, isBold, isItalic))
                    {
                        yield return run;
                    }

                    break;
                case LineBreakInline line:
                    yield return new DocxRun(line.IsHard ? "\n" : " ");
                    break;
                case CodeInline code:
                    yield return new DocxRun(code.Content);
                    break;
                case AutolinkInline link:
                    yield return new DocxRun(link.Url);
                    break;
                case HtmlEntityInline entity:
                    yield return new DocxRun(entity.Transcoded.ToString(), isBold, isItalic);
                    break;
                case LiteralInline literal:
                    yield return new DocxRun(literal.Content.ToString(), isBold, isItalic);
                    break;
            }
        }
    }
}
