using Microsoft.Playwright;
using Xunit;

namespace InspectionPortal.BrowserTests.Journeys;

/// <summary>
/// A partnership lead changes a status in the table with two clicks, undoes it, and changes several rows together: with and without
/// scripts, on a wide screen and on a phone. axe looks at every page on the way.
/// </summary>
public sealed class EditJourney(BrowserFixture portal) : IClassFixture<BrowserFixture>
{
    private const string Status = "/aberdeen/plan?q=Learning%20from%20QA";

    [Theory]
    [InlineData(1280)]
    [InlineData(375)]
    public async Task Status_WithScripts_ChangesInPlaceAndIsUndone(int width)
    {
        await using var lead = await portal.VisitAsync(width);
        await lead.SignInAsync("lead@aberdeen.example");
        await lead.GoAsync(Status);
        var address = lead.Page.Url;
        var link = lead.Page.Locator("tr[id] a.p-edit[href*='edit=status']").First;
        await link.ClickAsync();
        var select = lead.Page.Locator("form.p-edit-form select[name=Status]");
        await select.WaitForAsync();
        await lead.CheckAsync();
        Assert.True(await select.EvaluateAsync<bool>("e => document.activeElement === e"));
        Assert.True(await lead.Page.Locator("form.p-edit-form textarea[name=StatusReason]").IsHiddenAsync());

        await lead.Page.Keyboard.PressAsync("Escape");
        Assert.Equal(0, await lead.Page.Locator("form.p-edit-form").CountAsync());
        Assert.Contains("edit=status", await lead.Page.EvaluateAsync<string>("() => document.activeElement.getAttribute('href')"),
            StringComparison.Ordinal);

        await lead.Page.Keyboard.PressAsync("Enter");
        await select.WaitForAsync();
        await select.SelectOptionAsync("Stopped");
        Assert.True(await lead.Page.Locator("form.p-edit-form textarea[name=StatusReason]").IsVisibleAsync());
        await lead.Page.Locator("form.p-edit-form p .govuk-button, form.p-edit-form .govuk-button").First.ClickAsync();
        await lead.Page.GetByText("Enter why the work was stopped").First.WaitForAsync();
        await select.SelectOptionAsync("DoneAwaitingEvidence");
        await lead.Page.Locator("form.p-edit-form .govuk-button").First.ClickAsync();
        await lead.Page.Locator(".p-edit-saved").WaitForAsync();

        Assert.Equal(address, lead.Page.Url);
        Assert.Contains("Done, awaiting evidence", await lead.Page.Locator("tr[id]").First.InnerTextAsync(),
            StringComparison.OrdinalIgnoreCase);
        await lead.CheckAsync();
        await lead.Page.Locator(".p-edit-saved button").ClickAsync();
        await lead.Page.GetByText("Undone. It is as it was before your change").WaitForAsync();
        Assert.DoesNotContain("Done, awaiting evidence", await lead.Page.Locator("tr[id]").First.InnerTextAsync(),
            StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Text_TypedAndNotSaved_IsDiscardedOnlyWhenToldSo()
    {
        await using var lead = await portal.VisitAsync();
        await lead.SignInAsync("lead@aberdeen.example");
        await lead.GoAsync(Status);
        await lead.Page.Locator("tr[id] a.p-edit[href*='edit=status']").First.ClickAsync();
        var select = lead.Page.Locator("form.p-edit-form select[name=Status]");
        await select.SelectOptionAsync("Stopped");
        await lead.FillAsync("Why was it stopped?", "The service moved");
        var answers = new Queue<bool>([false, true]);
        var asked = new List<string>();
        lead.Page.Dialog += async (_, dialog) =>
        {
            asked.Add(dialog.Message);
            await (answers.Dequeue() ? dialog.AcceptAsync() : dialog.DismissAsync());
        };

        await lead.Page.Keyboard.PressAsync("Escape");
        Assert.Equal("The service moved", await lead.Page.Locator("form.p-edit-form textarea[name=StatusReason]").InputValueAsync());
        await lead.Page.Keyboard.PressAsync("Escape");

        Assert.Equal(0, await lead.Page.Locator("form.p-edit-form").CountAsync());
        Assert.Equal(2, asked.Count);
        Assert.All(asked, question => Assert.Contains("Discard", question, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Status_WithoutScripts_ChangesOnTheSamePage()
    {
        await using var lead = await portal.VisitAsync(javaScript: false);
        await lead.SignInAsync("lead@derby.example");
        await lead.GoAsync("/derby/plan");
        await lead.Page.Locator("tr[id] a.p-edit[href*='edit=status']").First.ClickAsync();
        await lead.Page.Locator("form.p-edit-form select[name=Status]").SelectOptionAsync("DoneAwaitingEvidence");
        await lead.Page.Locator("form.p-edit-form .govuk-button").First.ClickAsync();
        Assert.True(await lead.SeesAsync("saved"));
        await lead.PressFirstAsync("Undo");
        Assert.True(await lead.SeesAsync("Undone. It is as it was before your change"));
    }

    [Fact]
    public async Task Page_OfAProject_ChangesATextInPlace()
    {
        await using var lead = await portal.VisitAsync();
        await lead.SignInAsync("lead@derby.example");
        await lead.GoAsync("/derby/plan");
        await lead.Page.Locator(".p-short__title a").First.ClickAsync();
        await lead.Page.WaitForLoadStateAsync();
        await lead.CheckAsync();
        await lead.Page.Locator("section a.p-edit").First.ClickAsync();
        await lead.Page.Locator("form.p-edit-form textarea").FillAsync("Children say what they think");
        await lead.Page.Locator("form.p-edit-form .govuk-button").First.ClickAsync();
        await lead.Page.GetByText("Children say what they think").First.WaitForAsync();
        Assert.True(await lead.SeesAsync("saved"));
        await lead.CheckAsync();
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(375)]
    public async Task Several_TickedRows_AreCheckedChangedAndUndone(int width)
    {
        await using var lead = await portal.VisitAsync(width);
        await lead.SignInAsync("lead@jersey.example");
        await lead.GoAsync("/jersey/plan");
        foreach (var row in (int[])[0, 1, 2])
        {
            await lead.Page.Locator("input.p-pick").Nth(row).CheckAsync();
        }

        await lead.PressFirstAsync("Change several");
        await lead.ChooseAsync("Deadline");
        await lead.ChooseAsync("Status", exact: true);
        await lead.SelectAsync("New status", "Done, awaiting evidence");
        await lead.PressFirstAsync("Check the changes");
        Assert.True(await lead.SeesAsync("Nothing is changed yet"));
        await lead.Page.Locator("form#apply .govuk-button").ClickAsync();
        await lead.Page.WaitForLoadStateAsync();
        await lead.CheckAsync();
        await lead.PressFirstAsync("Undo");
        Assert.True(await lead.SeesAsync("Undone. It is as it was before your change"));
    }
}
