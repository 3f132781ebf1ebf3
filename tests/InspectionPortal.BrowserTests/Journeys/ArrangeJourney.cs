using Microsoft.Playwright;
using Xunit;

namespace InspectionPortal.BrowserTests.Journeys;

/// <summary>
/// A partnership lead puts Aberdeen's plan in another order with the keyboard alone, closes a gap of the coverage, stops a project, and finds all of it
/// in the history. axe looks at every page on the way.
/// </summary>
public sealed class ArrangeJourney(BrowserFixture portal) : IClassFixture<BrowserFixture>
{
    private const string Second = "5.2 Learning from QA";

    [Fact]
    public async Task Plan_ArrangedByKeyboard_IsToldByItsHistory()
    {
        await using var lead = await portal.VisitAsync();
        await lead.SignInAsync("lead@aberdeen.example");
        await lead.GoAsync("/aberdeen/plan/edit");
        await lead.FollowAsync("arrange the plan");

        await PressByKeyboardAsync(lead, $"Move up {Second}");
        await SoonAsync(lead, "moved to 1 of 4");
        Assert.StartsWith($"Move down {Second}", await FocusAsync(lead), StringComparison.Ordinal);
        await lead.Page.Keyboard.PressAsync("Enter");
        await SoonAsync(lead, "moved to 2 of 4");
        Assert.StartsWith($"Move down {Second}", await FocusAsync(lead), StringComparison.Ordinal);

        await PressByKeyboardAsync(lead, $"Move to… {Second}");
        await SoonAsync(lead, "It goes to the end of the place you choose");
        await TabToAsync(lead, () => lead.Page.EvaluateAsync<bool>("() => document.activeElement.id === 'Under'"));
        await lead.Page.Keyboard.TypeAsync("Directly under 2");
        await lead.Page.Keyboard.PressAsync("Tab");
        await lead.Page.Keyboard.PressAsync("Enter");
        await SoonAsync(lead, "moved to 2. To help children");
        Assert.StartsWith($"Move to… {Second}", await FocusAsync(lead), StringComparison.Ordinal);

        await lead.GoAsync("/aberdeen/plan");
        await lead.FollowAsync("Learning from QA");
        await lead.FollowAsync("Stop it");
        await lead.FillAsync("Why has the work stopped?", "The programme ended");
        await lead.PressFirstAsync("Stop this project");
        Assert.True(await lead.SeesAsync("The programme ended"));
        await lead.FollowAsync("History");
        Assert.True(await lead.SeesAsync("The programme ended"));
        Assert.True(await lead.SeesAsync("Position"));
        Assert.True(await lead.SeesAsync("To help children and young people at all times"));
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(375)]
    public async Task Coverage_OfEveryPlan_IsReadableAtEveryWidth(int width)
    {
        foreach (var tenant in new[] { "aberdeen", "derby", "dumfries", "jersey", "shetland" })
        {
            await using var reader = await portal.VisitAsync(width);
            await reader.SignInAsync($"reader@{tenant}.example");
            Assert.Equal(200, await reader.GoAsync($"/{tenant}/plan/coverage"));
        }
    }

    [Fact]
    public async Task Coverage_GapOfEvidence_IsOneStepFromBeingClosed()
    {
        await using var lead = await portal.VisitAsync();
        await lead.SignInAsync("lead@aberdeen.example");
        await lead.FollowAsync("have no evidence");
        Assert.Contains("/coverage#no-evidence", lead.Page.Url, StringComparison.Ordinal);
        await lead.FollowAsync("Add evidence");
        Assert.True(await lead.SeesAsync("What is it evidence for?"));
        await lead.GoAsync("/aberdeen/plan/coverage");
        await lead.FollowAsync("Link a project");
        await lead.Page.GetByLabel("Which priority area?").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await lead.Page.GetByLabel("Which improvement project do you want to link to it?").SelectOptionAsync(new SelectOptionValue { Index = 2 });
        await lead.PressFirstAsync("Link");
        Assert.True(await lead.SeesAsync("linked to 1"));
    }

    [Fact]
    public async Task Arrange_WithoutJavaScript_Works()
    {
        await using var lead = await portal.VisitAsync(javaScript: false);
        await lead.SignInAsync("lead@aberdeen.example");
        await lead.GoAsync("/aberdeen/plan/arrange");
        await lead.PressFirstAsync("Move down 5.3");
        Assert.True(await lead.SeesAsync("Done"));
    }

    /// <summary>Walks with Tab to the button or link of that name, as far as it has to, and presses Enter.</summary>
    private static async Task PressByKeyboardAsync(Visitor visitor, string name)
    {
        await TabToAsync(visitor, async () => (await FocusAsync(visitor)).StartsWith(name, StringComparison.Ordinal));
        await visitor.Page.Keyboard.PressAsync("Enter");
    }

    private static async Task TabToAsync(Visitor visitor, Func<Task<bool>> isThere)
    {
        for (var pressed = 0; pressed < 300; pressed++)
        {
            if (await isThere())
            {
                return;
            }

            await visitor.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail("The keyboard does not reach it.");
    }

    private static Task SoonAsync(Visitor visitor, string text) => visitor.Page.GetByText(text).First.WaitForAsync();

    private static async Task<string> FocusAsync(Visitor visitor) =>
        string.Join(' ', (await visitor.Page.EvaluateAsync<string>("() => document.activeElement.textContent")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
