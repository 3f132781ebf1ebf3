using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace InspectionPortal.BrowserTests.Journeys;

/// <summary>A plan looked at from every side, in a real browser: filters go along, the tree folds by keyboard, the diagram prints.</summary>
public sealed partial class PlanViewsJourney(BrowserFixture portal) : IClassFixture<BrowserFixture>
{
    private static readonly string[] Views = ["Tree", "Driver diagram", "By lead", "Timeline", "As written", "Short"];

    [Fact]
    public async Task Filters_ChosenOnce_GoAlongFromViewToView()
    {
        await using var reader = await portal.VisitAsync();
        await reader.SignInAsync("reader@aberdeen.example");
        await reader.GoAsync("/aberdeen/plan/tree?aim=3&aim=5");
        await reader.FillAsync("Search projects", "children");
        await reader.PressFirstAsync("Search");
        var shown = (await reader.Page.Locator(".p-filters__end").InnerTextAsync()).Split("·")[0].Trim();
        foreach (var view in Views)
        {
            await reader.Page.GetByRole(AriaRole.Navigation, new PageGetByRoleOptions { Name = "Plan views" })
                .GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = view }).ClickAsync();
            await reader.Page.WaitForLoadStateAsync();
            Assert.Equal(3, await reader.Page.Locator("a.p-chip").CountAsync());
            Assert.Equal(shown, (await reader.Page.Locator(".p-filters__end").InnerTextAsync()).Split("·")[0].Trim());
        }

        await reader.FollowAsync("Aim 5");
        Assert.Equal(2, await reader.Page.Locator("a.p-chip").CountAsync());
    }

    [Fact]
    public async Task EveryView_OnScreenAndPhone_HasNoFindingsAndFits()
    {
        foreach (var (tenant, width) in new[] { ("aberdeen", 1280), ("derby", 375) })
        {
            await using var reader = await portal.VisitAsync(width);
            await reader.SignInAsync($"reader@{tenant}.example");
            foreach (var path in new[] { "tree", "drivers", "by-lead", "by-agency", "by-recommendation", "timeline?with=steps" })
            {
                Assert.Equal(200, await reader.GoAsync($"/{tenant}/plan/{path}"));
            }
        }
    }

    [Fact]
    public async Task Tree_ByKeyboardWithoutJavaScript_OpensAndCloses()
    {
        await using var reader = await portal.VisitAsync(javaScript: false);
        await reader.SignInAsync("reader@aberdeen.example");
        await reader.GoAsync("/aberdeen/plan/tree?open=none");
        var aim = reader.Page.Locator("details.p-tree__aim").Nth(2);
        await aim.Locator("> summary").FocusAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        Assert.NotNull(await aim.GetAttributeAsync("open"));
        var driver = aim.Locator("details.p-tree__driver").First;
        await driver.Locator("> summary").FocusAsync();
        await reader.Page.Keyboard.PressAsync("Space");
        Assert.True(await driver.Locator(".p-tree__project").First.IsVisibleAsync());
        await driver.Locator("> summary").PressAsync("Enter");
        Assert.False(await driver.Locator(".p-tree__project").First.IsVisibleAsync());
        await reader.FollowAsync("Open all");
        Assert.Equal(0, await reader.Page.Locator(".p-tree details:not([open]):not(.p-doubt)").CountAsync());
    }

    [Fact]
    public async Task Diagram_OnScreenPhoneAndPaper_ShowsTheSame()
    {
        await using var reader = await portal.VisitAsync();
        await reader.SignInAsync("reader@derby.example");
        await reader.GoAsync("/derby/plan/drivers");
        Assert.True(await reader.Page.Locator(".p-diagram svg").IsVisibleAsync());
        Assert.Equal(25, await reader.Page.Locator(".p-diagram a[href*='/projects/']").CountAsync());
        Assert.Equal(25, await reader.Page.Locator("#list a[href*='/projects/']").CountAsync());
        Assert.Equal("0", await reader.Page.EvaluateAsync<string>(Overflowing));
        await reader.Page.EvaluateAsync(InWiderFont);
        Assert.Equal("0", await reader.Page.EvaluateAsync<string>(Overflowing));
        await reader.Page.Locator(".p-diagram a[href*='/projects/']").First.FocusAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.Page.WaitForURLAsync(new Regex("/projects/", RegexOptions.None, TimeSpan.FromSeconds(1)));

        await reader.GoAsync("/derby/plan/drivers");
        Assert.Equal((842, 595), await PaperAsync(reader));
        await reader.FollowAsync("Set up for A3");
        Assert.Equal((842, 1191), await PaperAsync(reader));

        await using var phone = await portal.VisitAsync(width: 375);
        await phone.SignInAsync("reader@derby.example");
        await phone.GoAsync("/derby/plan/drivers");
        Assert.False(await phone.Page.Locator(".p-diagram svg").IsVisibleAsync());
        Assert.True(await phone.Page.Locator("#list a").First.IsVisibleAsync());
    }

    /// <summary>How many texts of the diagram stick out of their node.</summary>
    private const string Overflowing = """
        () => String([...document.querySelectorAll('.p-diagram a')].filter(a => {
          const box = a.querySelector('.p-diagram__box').getBoundingClientRect();
          return [...a.querySelectorAll('text')].some(t => { const r = t.getBoundingClientRect(); return r.left < box.left || r.right > box.right + 1 || r.top < box.top - 1 || r.bottom > box.bottom + 2; });
        }).length)
        """;

    /// <summary>Sets every word as wide as the widest fonts do that people have in place of Arial.</summary>
    private const string InWiderFont = """
        () => document.querySelectorAll('.p-diagram text').forEach(t => t.setAttribute('letter-spacing', t.getComputedTextLength() / t.textContent.length * .2))
        """;

    /// <summary>The size of the paper that the page asks for, in points.</summary>
    private static async Task<(int Width, int Height)> PaperAsync(Visitor visitor)
    {
        var pdf = Encoding.Latin1.GetString(await visitor.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true }));
        var box = MediaBox().Match(pdf);
        Assert.True(box.Success);
        return ((int)Math.Round(Number(box, 1)), (int)Math.Round(Number(box, 2)));
    }

    private static double Number(Match match, int group) => double.Parse(match.Groups[group].Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", RegexOptions.None, 1000)]
    private static partial Regex MediaBox();
}
