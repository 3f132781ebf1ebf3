using AngleSharp.Dom;
using InspectionPortal.Testing;

namespace InspectionPortal.Web.Tests.Features;

/// <summary>
/// Every text of a page’s main part, held to what a test worked out from the database. A text that nothing explains fails, and so
/// does one that is expected and missing.
/// </summary>
internal static class PageSentences
{
    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "b", "br", "code", "em", "i", "mark", "small", "span", "strong", "sub", "sup", "svg", "time",
    };

    private static readonly HashSet<string> Silent = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "template" };

    /// <summary>The texts, in the order of the page: one for each run of words that no block breaks.</summary>
    public static IReadOnlyList<string> Of(IElement root)
    {
        var texts = new List<string>();
        Collect(root, texts);
        return texts;
    }

    /// <summary>Holds that the page says these texts, each as often as it is named, and no others but labels.</summary>
    public static void ShouldBe(TestPage page, IReadOnlySet<string> labels, IEnumerable<string> expected)
    {
        var said = Of(page.Find("main")).Where(t => !labels.Contains(t)).Order(StringComparer.Ordinal).ToList();
        var held = expected.Select(Squeeze).Where(t => !labels.Contains(t)).Order(StringComparer.Ordinal).ToList();
        var (more, less) = (Without(said, held), Without(held, said));
        Assert.True(
            more.Count == 0 && less.Count == 0,
            $"The page says, and the database does not:\n  {string.Join("\n  ", more)}\nThe database says, and the page does not:\n  {string.Join("\n  ", less)}");
    }

    private static List<string> Without(IEnumerable<string> texts, IEnumerable<string> others)
    {
        var left = texts.ToList();
        foreach (var other in others)
        {
            left.Remove(other);
        }

        return left;
    }

    private static void Collect(IElement element, List<string> texts)
    {
        var run = new List<string>();
        foreach (var node in element.ChildNodes)
        {
            switch (node)
            {
                case IText text:
                    run.Add(text.Data);
                    break;
                case IElement child when Silent.Contains(child.LocalName):
                    break;
                case IElement child when IsInline(child):
                    run.Add(child.LocalName == "br" ? " " : child.TextContent);
                    break;
                case IElement child:
                    End(run, texts);
                    Collect(child, texts);
                    break;
            }
        }

        End(run, texts);
    }

    private static bool IsInline(IElement element) =>
        Inline.Contains(element.LocalName) && element.QuerySelectorAll("*").All(c => Inline.Contains(c.LocalName) || element.LocalName == "svg");

    private static void End(List<string> run, List<string> texts)
    {
        if (Squeeze(string.Concat(run)) is { Length: > 0 } text)
        {
            texts.Add(text);
        }

        run.Clear();
    }

    private static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
