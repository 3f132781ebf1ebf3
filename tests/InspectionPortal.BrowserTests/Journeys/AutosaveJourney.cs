using Microsoft.Playwright;
using Xunit;

namespace InspectionPortal.BrowserTests.Journeys;

/// <summary>A contributor tries to lose what they typed.</summary>
public sealed class AutosaveJourney(BrowserFixture portal) : IClassFixture<BrowserFixture>
{
    private const string Question = "What has changed for children?";
    private const string First = "Typed and never saved.";

    [Fact]
    public async Task Typed_ThroughReloadLostConnectionAndASecondTab_IsKept()
    {
        await using var contributor = await portal.VisitAsync();
        await contributor.SignInAsync("contributor@aberdeen.example");
        await contributor.FillAsync(Question, First);
        await contributor.ChooseAsync("At risk");
        await SaysAsync(contributor, "Saved at ");
        await contributor.Page.ReloadAsync();
        Assert.Equal(First, await TextAsync(contributor));
        Assert.True(await contributor.Page.GetByLabel("At risk").First.IsCheckedAsync());

        await contributor.PressFirstAsync("Answer");
        await contributor.FillAsync(Question, "The second item");
        await SaysAsync(contributor, "Saved at ");

        await contributor.Page.Context.SetOfflineAsync(true);
        await contributor.FillAsync(Question, "The second item, typed in a tunnel");
        await SaysAsync(contributor, "Not saved: no connection");
        await contributor.Page.Context.SetOfflineAsync(false);
        await SaysAsync(contributor, "Saved at ");
        await contributor.Page.ReloadAsync();
        Assert.Equal("The second item, typed in a tunnel", await TextAsync(contributor));

        await contributor.PressFirstAsync("Open");
        Assert.Equal(First, await TextAsync(contributor));
        await NewerTextStaysAsync(contributor);
    }

    /// <summary>Two tabs with the same item: the one opened earlier writes over nothing.</summary>
    private static async Task NewerTextStaysAsync(Visitor contributor)
    {
        var older = await contributor.Page.Context.NewPageAsync();
        await older.GotoAsync(contributor.Page.Url);
        await contributor.FillAsync(Question, "The newer text");
        await SaysAsync(contributor, "Saved at ");

        await older.GetByLabel(Question).First.FillAsync("The older text");
        await Assertions.Expect(older.Locator("[data-autosave-status]")).ToContainTextAsync(
            "You have newer text for this item in another tab", new LocatorAssertionsToContainTextOptions { Timeout = 20_000 });

        Assert.Equal("The older text", await older.GetByLabel(Question).First.InputValueAsync());
        await contributor.Page.ReloadAsync();
        Assert.Equal("The newer text", await TextAsync(contributor));
    }

    private static Task SaysAsync(Visitor visitor, string words) => Assertions.Expect(visitor.Page.Locator("[data-autosave-status]"))
        .ToContainTextAsync(words, new LocatorAssertionsToContainTextOptions { Timeout = 20_000 });

    private static Task<string> TextAsync(Visitor visitor) => visitor.Page.GetByLabel(Question).First.InputValueAsync();
}
