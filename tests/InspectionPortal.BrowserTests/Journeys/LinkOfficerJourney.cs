using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace InspectionPortal.BrowserTests.Journeys;

/// <summary>A link officer from the sign-in to what moved in a partnership, and on to the file that proves it, counting clicks.</summary>
public sealed class LinkOfficerJourney(BrowserFixture portal) : IClassFixture<BrowserFixture>
{
    private const int MostToWhatMoved = 3;
    private const int MostToTheFile = 2;

    [Theory]
    [InlineData(1280)]
    [InlineData(375)]
    public async Task LinkOfficer_FromSignIn_ReachesWhatMovedAndTheFileInFewClicks(int width)
    {
        var (partnership, officer) = await MakeAsync();
        await using var visitor = await portal.VisitAsync(width);
        await visitor.SignInAsync(officer.Email);
        Assert.EndsWith("/inspect", visitor.Page.Url, StringComparison.Ordinal);
        var main = visitor.Page.Locator("main");
        var clicks = 0;

        await main.Locator(".p-inspect tbody tr", new LocatorLocatorOptions { HasText = partnership.Name })
            .Locator("[data-label='Slips'] a").ClickAsync();
        clicks++;

        await Assertions.Expect(main.Locator("#changes")).ToContainTextAsync(partnership.Name);
        Assert.True(clicks <= MostToWhatMoved);
        Assert.True(await visitor.SeesAsync("Now 31 December 2020, was 30 September 2020"));
        await visitor.CheckAsync();
        clicks = 0;

        await main.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Audit of plans" }).ClickAsync();
        clicks++;
        await visitor.CheckAsync();
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => main.Locator("a[download]").First.ClickAsync());
        clicks++;

        Assert.Equal("evidence.txt", download.SuggestedFilename);
        Assert.Equal("Audit of plans", await File.ReadAllTextAsync(await download.PathAsync()));
        Assert.True(clicks <= MostToTheFile);
    }

    private async Task<(TestPartnership Partnership, TestPerson Officer)> MakeAsync()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(partnership, projects: 3);
        await portal.Data.AcceptUpdateAsync(partnership, plan, plan.ProjectIds[0]);
        await portal.Data.SlipAsync(partnership, plan.ProjectIds[1], "31 December 2020", "Two posts are vacant");
        await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "Audit of plans", released: true);
        var body = (await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan)).BodyId;
        var officer = await portal.Data.CreatePersonAsync(BrowserFixture.Password);
        await portal.Data.OnPlatformAsync(async database =>
        {
            database.Add(new LinkOfficer { BodyId = body, UserId = officer.Id });
            return await database.SaveChangesAsync();
        });
        return (partnership, officer);
    }
}
