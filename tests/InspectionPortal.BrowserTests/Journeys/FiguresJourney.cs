using System.Globalization;
using Microsoft.Playwright;
using Xunit;

namespace InspectionPortal.BrowserTests.Journeys;

/// <summary>
/// A partnership lead pastes two years of months into the grid of a measure, is told what cannot be, puts it right with the keyboard, saves, and
/// finds the figures on the measure's page. axe looks at every page on the way.
/// </summary>
public sealed class FiguresJourney(BrowserFixture portal) : IClassFixture<BrowserFixture>
{
    private const string Title = "LAC with an initial health assessment";

    [Fact]
    public async Task Measure_TwoYearsPasted_AreOnItsPageWhenMistakesArePutRight()
    {
        await using var lead = await portal.VisitAsync();
        await OpenGridAsync(lead);
        await PasteAsync(lead, "[name='Rows[0].When']", TwoYears());
        Assert.Equal("Row 24, value", await FocusLabelAsync(lead, "[name='Rows[23].Value']"));
        await lead.PressFirstAsync("Save figures");
        Assert.True(await lead.SeesAsync("Row 3: A percentage of 140 is not possible"));
        Assert.True(await lead.SeesAsync("Row 5: This period is also in row 4"));

        await lead.Page.Locator("[name='Rows[2].Value']").FocusAsync();
        await lead.Page.Keyboard.PressAsync("ControlOrMeta+a");
        await lead.Page.Keyboard.TypeAsync("40");
        await lead.Page.Keyboard.PressAsync("ArrowDown");
        await lead.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("Rows[4].Value", await lead.Page.EvaluateAsync<string>("() => document.activeElement.name"));
        await lead.Page.Keyboard.PressAsync("ArrowLeft");
        await lead.Page.Keyboard.TypeAsync("May 2018");
        await lead.PressFirstAsync("Save figures");

        Assert.True(await lead.SeesAsync("24 figures added."));
        Assert.Equal(24, await lead.Page.Locator("table").Filter(new LocatorFilterOptions { HasText = "Jan 2018" }).First.Locator("tbody tr").CountAsync());
    }

    [Fact]
    public async Task Measure_PastedWithoutJavaScript_IsTheSameGrid()
    {
        await using var lead = await portal.VisitAsync(javaScript: false);
        await OpenGridAsync(lead);
        await lead.Page.Locator("details summary").Last.ClickAsync();
        await lead.Page.Locator("[name='Pasted']").FillAsync("Month\tValue\nJan 2016\t41\nFeb 2016\t140\n");
        await lead.PressFirstAsync("Add rows");
        Assert.True(await lead.SeesAsync("A percentage of 140 is not possible"));
        Assert.Equal("Jan 2016", await lead.Page.Locator("[name$='.When'][value='Jan 2016']").InputValueAsync());
    }

    private static async Task OpenGridAsync(Visitor lead)
    {
        await lead.SignInAsync("lead@aberdeen.example");
        await lead.GoAsync("/aberdeen/measures");
        await lead.FollowAsync(Title);
        await lead.FollowAsync("Edit this measure");
        await lead.Page.Locator("#Unit").FillAsync("%");
        await lead.Page.Locator("#Frequency").FillAsync("Monthly");
        await lead.PressFirstAsync("Save");
        await lead.FollowAsync("Enter figures");
    }

    /// <summary>Twenty-four months, the third of which cannot be and the fifth of which is the fourth again.</summary>
    private static string TwoYears() => "Month\tValue\tNote\r\n" + string.Concat(Enumerable.Range(0, 24).Select(i =>
    {
        var month = new DateOnly(2018, 1, 1).AddMonths(i == 4 ? 3 : i).ToString("MMM yyyy", CultureInfo.InvariantCulture);
        return $"{month}\t{(i == 2 ? 140 : 40 + i)}\t{(i == 1 ? "\"He said \"\"wait\"\"\"" : "")}\r\n";
    }));

    private static async Task PasteAsync(Visitor visitor, string into, string text)
    {
        await visitor.Page.Locator(into).FocusAsync();
        await visitor.Page.EvaluateAsync(
            "text => { const data = new DataTransfer(); data.setData('text/plain', text); document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }",
            text);
    }

    private static Task<string> FocusLabelAsync(Visitor visitor, string selector) =>
        visitor.Page.EvaluateAsync<string>("selector => document.querySelector(selector).labels[0].textContent", selector);
}
