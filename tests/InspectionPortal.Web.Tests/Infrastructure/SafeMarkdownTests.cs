using System.Text.Encodings.Web;
using InspectionPortal.Web.Infrastructure;

namespace InspectionPortal.Web.Tests.Infrastructure;

public sealed class SafeMarkdownTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("a <img src=x onerror=alert(1)> b")]
    [InlineData("<div onclick=\"x()\">\n\n*b*\n\n</div>")]
    [InlineData("<!-- x --><iframe src=\"https://a.example\"></iframe>")]
    public void Render_RawHtml_IsShownAsText(string markdown)
    {
        var html = Html(markdown);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<div", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<iframe", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[words](javascript:alert(1))")]
    [InlineData("[words](JaVaScRiPt:alert(1))")]
    [InlineData("[words](&#106;avascript:alert(1))")]
    [InlineData("[words](data:text/html;base64,AAAA)")]
    [InlineData("[words](vbscript:x)")]
    [InlineData("[words](//elsewhere.example/a)")]
    [InlineData("[words](/aberdeen/plan)")]
    [InlineData("[words](file:///etc/passwd)")]
    [InlineData("[words][r]\n\n[r]: javascript:alert(1)")]
    [InlineData("<javascript:words>")]
    public void Render_LinkThatIsNeitherWebNorMail_KeepsWordsOnly(string markdown)
    {
        var html = Html(markdown);
        Assert.DoesNotContain("href", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("words", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[words](https://a.example/b?c=d)", "https://a.example/b?c=d")]
    [InlineData("[words](http://a.example)", "http://a.example")]
    [InlineData("[words](mailto:a@b.example)", "mailto:a@b.example")]
    [InlineData("<https://a.example>", "https://a.example")]
    public void Render_LinkToTheWebOrMail_IsALink(string markdown, string href) =>
        Assert.Contains($"<a href=\"{href}\"", Html(markdown), StringComparison.Ordinal);

    [Fact]
    public void Render_Picture_BecomesItsWords()
    {
        var html = Html("before ![a *chart*](https://a.example/p.png \"t\") after");
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.Contains("before a <em>chart</em> after", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<javascript:words> ![i](x.png)")]
    [InlineData("![i](x.png) <javascript:words>")]
    [InlineData("![i](x.png)<javascript:words>![j](y.png)<javascript:words>")]
    [InlineData("![a [words](javascript:alert(1)) c](x.png)")]
    [InlineData("![a [b](javascript:1) <javascript:words>](x.png) [words](javascript:2)")]
    [InlineData("- <javascript:words> [d](data:x)\n- [e](data:x) <javascript:words>")]
    [InlineData("**<javascript:words> [d](data:x)** [*words*](vbscript:x)")]
    public void Render_UnsafeLinksBesideOthers_NoneIsLeft(string markdown)
    {
        var html = Html(markdown);
        Assert.DoesNotContain("href", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("words", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(">", 130)]
    [InlineData(">", 20_000)]
    [InlineData("[", 200)]
    [InlineData("[", 50_000)]
    [InlineData("*a **b ", 3_000)]
    [InlineData("![", 3_000)]
    public void Render_NestedDeeperThanAnybodyMeans_ShowsTheWords(string mark, int times) =>
        Assert.Contains("child", Html(string.Concat(Enumerable.Repeat(mark, times)) + " child"), StringComparison.Ordinal);

    [Fact]
    public void Render_ListsWithinLists_ShowsTheWords() =>
        Assert.Contains("child", Html(string.Concat(Enumerable.Range(0, 300).Select(i => new string(' ', i * 2) + "- x\n")) + new string(' ', 600) + "- child"), StringComparison.Ordinal);

    [Fact]
    public void Render_LinkWithinAPicture_StaysHarmless() =>
        Assert.DoesNotContain("javascript", Html("![[a](javascript:x)](https://b.example)"), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("# One", "<h4")]
    [InlineData("###### Six", "<h6")]
    public void Render_Heading_StandsBelowThePages(string markdown, string tag) => Assert.Contains(tag, Html(markdown), StringComparison.Ordinal);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \n ")]
    public void Render_Nothing_IsNothing(string? markdown) => Assert.Empty(Html(markdown));

    private static string Html(string? markdown)
    {
        using var writer = new StringWriter();
        SafeMarkdown.Render(markdown).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
