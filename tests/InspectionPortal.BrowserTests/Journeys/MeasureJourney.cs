using System.Buffers.Binary;
using System.Globalization;
using Microsoft.Playwright;
using Xunit;

namespace InspectionPortal.BrowserTests.Journeys;

/// <summary>
/// Is it getting better? A measure is set up, two years of figures go in, the signal shows and travels, the chart is annotated and rebased, a test
/// of change is tried, and a rating that says something else is answered. axe looks at every page on the way.
/// </summary>
public sealed class MeasureJourney(BrowserFixture portal) : IClassFixture<BrowserFixture>
{
    private const string Title = "Cases whose learning was shared within a month";
    private const string Reason = "One team now shares the learning of every case";
    private const string Answer = "The team was formed in April and the figures follow it.";
    private static readonly int[] Figures = [20, 23, 19, 22, 18, 21, 34, 37, 33, 36, 35, 38, 34, 36, 35, 48, 52, 49, 53, 50, 54, 51, 49, 53];

    [Fact]
    public async Task Measure_SetUpAndFilled_ShowsItsSignalWhereverItCounts()
    {
        await using var lead = await portal.VisitAsync();
        await lead.SignInAsync("lead@aberdeen.example");
        await lead.GoAsync("/aberdeen/plan");
        await lead.FollowAsync("Learning from QA");
        var project = new Uri(lead.Page.Url).AbsolutePath;
        await lead.FollowAsync("Add a measure");
        await lead.FillAsync("Title", Title, exact: true);
        await lead.FillAsync("Unit", "%", exact: true);
        await lead.ChooseAsync("Up is better");
        await lead.FillAsync("How often do you collect figures?", "Monthly");
        await lead.PressFirstAsync("Add");
        await lead.GoAsync(project);
        await lead.FollowAsync(Title);
        var measure = new Uri(lead.Page.Url).AbsolutePath;
        await EnterAsync(lead, measure);

        await lead.GoAsync(measure);
        Assert.True(await lead.SeesAsync("Improving:"));
        await PictureAsync(lead);
        await AnnotateAndRebaseAsync(lead);
        Assert.True(await lead.SeesAsync("Improving:"));
        await TryAChangeAsync(lead, project, measure);
        await AnswerAsync(lead, measure);
        await SeenEverywhereAsync(lead, project);
    }

    private static async Task EnterAsync(Visitor lead, string measure)
    {
        var first = new DateOnly(2018, 10, 1);
        foreach (var (index, figure) in Figures.Index())
        {
            await lead.Page.GotoAsync($"{measure}/figures/new");
            await lead.FillAsync("Figure, as written", $"{figure}%");
            await lead.FillAsync("Value as a number", $"{figure}");
            await lead.FillAsync("Last day it covers", first.AddMonths(index + 1).AddDays(-1).ToString("d MMMM yyyy", CultureInfo.InvariantCulture));
            await lead.Page.Locator("main .p-buttons button").First.ClickAsync();
            await lead.Page.WaitForLoadStateAsync();
        }
    }

    /// <summary>The picture is a PNG, twice as large as the drawing.</summary>
    private static async Task PictureAsync(Visitor lead)
    {
        var download = await lead.Page.RunAndWaitForDownloadAsync(() => lead.Page.GetByRole(AriaRole.Link, new() { Name = "Download as PNG" }).ClickAsync());
        var picture = await File.ReadAllBytesAsync(await download.PathAsync());
        Assert.EndsWith(".png", download.SuggestedFilename, StringComparison.Ordinal);
        Assert.Equal("PNG"u8.ToArray(), picture[1..4]);
        Assert.Equal(2 * 1240, BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(16, 4)));
    }

    private static async Task AnnotateAndRebaseAsync(Visitor lead)
    {
        await lead.FollowAsync("Add a note");
        await lead.FillAsync("When did it happen?", "1 April 2019");
        await lead.FillAsync("What happened?", "Learning team formed");
        await lead.PressFirstAsync("Save");
        Assert.True(await lead.SeesAsync("1 April 2019: Learning team formed"));
        await lead.FollowAsync("Rebase");
        await lead.FillAsync("When does the new phase start?", "1 April 2019");
        await lead.FillAsync("What changed, and how do you know?", Reason);
        await lead.PressFirstAsync("Save");
        Assert.True(await lead.SeesAsync("Rebased from 1 April 2019"));
    }

    private static async Task TryAChangeAsync(Visitor lead, string project, string measure)
    {
        await lead.GoAsync(project);
        await lead.FollowAsync("Add a test of change");
        await lead.FillAsync("What are you testing?", "A one-page summary of each case");
        await lead.FillAsync("What question will it answer?", "Do more practitioners read it?");
        await lead.FillAsync("First day", "2 December 2019");
        await lead.FillAsync("Last day", "20 December 2019");
        await lead.SelectAsync("Which measure will show the result?", Title);
        await lead.FillAsync("What did you learn, compared with what you expected?", "Twice as many read it");
        await lead.ChooseAsync("Adopt", exact: true);
        await lead.PressFirstAsync("Add");
        Assert.True(await lead.SeesAsync("A one-page summary of each case"));
        await lead.GoAsync(measure);
        Assert.True(await lead.SeesAsync("Test ends, adopted: A one-page summary of each case"));
    }

    private static async Task AnswerAsync(Visitor lead, string measure)
    {
        await lead.FollowAsync("Answer this signal");
        await lead.FillAsync("Your answer", Answer);
        await lead.PressFirstAsync("Answer");
        Assert.Contains(measure, lead.Page.Url, StringComparison.Ordinal);
        Assert.True(await lead.SeesAsync(Answer));
    }

    private async Task SeenEverywhereAsync(Visitor lead, string project)
    {
        await lead.GoAsync(project);
        Assert.Equal(1, await lead.Page.Locator(".p-strip").GetByText("Improving", new LocatorGetByTextOptions { Exact = true }).CountAsync());
        Assert.True(await lead.SeesAsync(Answer));
        await lead.GoAsync("/aberdeen/plan");
        Assert.Equal(1, await lead.Page.Locator("main tbody tr", new PageLocatorOptions { HasText = "Learning from QA" }).GetByText("Improving", new LocatorGetByTextOptions { Exact = true }).CountAsync());
        await lead.GoAsync("/aberdeen/plan/drivers");
        Assert.True(await lead.Page.Locator("#list").GetByText("Improving", new LocatorGetByTextOptions { Exact = true }).First.IsVisibleAsync());
        await lead.GoAsync("/aberdeen");
        await lead.Page.Locator("a[href$='/measures?show=Signals']").First.ClickAsync();
        await lead.Page.WaitForLoadStateAsync();
        Assert.True(await lead.SeesAsync(Title));
        await using var phone = await portal.VisitAsync(375);
        await phone.SignInAsync("link@careinspectorate.example");
        await phone.GoAsync("/inspect");
        Assert.True(await phone.Page.Locator("td[data-label='Signals']").GetByText("improving").First.IsVisibleAsync());
        await phone.GoAsync("/aberdeen/measures?show=Signals");
        Assert.True(await phone.SeesAsync(Title));
    }
}
