using System.Globalization;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using Microsoft.Playwright;
using Xunit;

namespace InspectionPortal.BrowserTests.Journeys;

/// <summary>
/// Two quarters from the first update to the report that the link officer reads: a partnership lead, two contributors of whom one has no
/// script, a chief officer and a link officer. The second quarter is on a phone.
/// </summary>
public sealed class TwoQuartersJourney(BrowserFixture portal) : IClassFixture<BrowserFixture>
{
    private const string Question = "What has changed for children?";
    private const int Desk = 1280;
    private const int Phone = 375;

    private static readonly string[] Numbers = ["1.1", "1.2", "1.3"];

    [Fact]
    public async Task TwoQuarters_FromTypingToReading_LoseNothing()
    {
        var here = await MakeAsync();
        await using (var contributor = await portal.VisitAsync(Desk))
        {
            await contributor.SignInAsync(here.Contributor.Email);
            await TypeThreeAsync(contributor, here);
            await SubmitAllAsync(contributor, here);
        }

        await WriteWithoutScriptAsync(here, here.First, Desk, "Said without script");
        await LeadSubmitsAsync(here, here.First, Desk, accepts: 4);
        await ChiefOfficerApprovesAsync(here, here.First, Desk);
        await LinkOfficerReadsAsync(here, here.First, Desk, "1.2 as typed", "Said without script");

        var second = await portal.Data.CreateNextPeriodAsync(here.Partnership, here.Plan);
        await using (var contributor = await portal.VisitAsync(Phone))
        {
            await contributor.SignInAsync(here.Contributor.Email);
            await contributor.FillAsync(Question, "Said on a phone");
            await contributor.ChooseAsync("Off track");
            await contributor.PressAsync("Submit");
            Assert.True(await contributor.SeesAsync("1 of 4 updates written"));
        }

        await WriteWithoutScriptAsync(here, second, Phone, "Said again without script");
        await LeadSubmitsAsync(here, second, Phone, accepts: 2);
        await ChiefOfficerApprovesAsync(here, second, Phone);
        await LinkOfficerReadsAsync(here, second, Phone, "Said on a phone", "Said again without script");
    }

    /// <summary>Types into three items, with a lost connection on the last; nothing is submitted.</summary>
    private static async Task TypeThreeAsync(Visitor contributor, Place here)
    {
        Assert.Contains($"/{here.Slug}/updates/mine", contributor.Page.Url, StringComparison.Ordinal);
        foreach (var number in Numbers)
        {
            if (number != Numbers[0])
            {
                await contributor.PressFirstAsync($"Answer {number}");
            }

            await contributor.FillAsync(Question, $"{number} typed");
            await contributor.ChooseAsync("Off track");
            await SaysAsync(contributor, "Saved at ");
        }

        await contributor.Page.Context.SetOfflineAsync(true);
        await contributor.FillAsync(Question, "1.3 as typed");
        await SaysAsync(contributor, "Not saved: no connection");
        await contributor.Page.Context.SetOfflineAsync(false);
        await SaysAsync(contributor, "Saved at ");
    }

    /// <summary>Submits the first, and finds the text of the others through that and a reload.</summary>
    private static async Task SubmitAllAsync(Visitor contributor, Place here)
    {
        await contributor.PressFirstAsync("Open 1.2");
        Assert.Equal("1.2 typed", await TextAsync(contributor));
        await contributor.FillAsync(Question, "1.2 as typed");
        await SaysAsync(contributor, "Saved at ");
        await contributor.PressFirstAsync("Open 1.1");
        await contributor.FillAsync(Question, "1.1 as typed");
        await contributor.PressAsync("Submit");
        Assert.True(await contributor.SeesAsync("1 of 4 updates written"));

        await contributor.Page.ReloadAsync();
        foreach (var number in Numbers.Skip(1))
        {
            await contributor.GoAsync($"/{here.Slug}/updates/mine?period={here.First}&project={here.Plan.ProjectIds[Array.IndexOf(Numbers, number)]}");
            Assert.Equal($"{number} as typed", await TextAsync(contributor));
            await contributor.PressAsync("Submit");
        }

        Assert.True(await contributor.SeesAsync("3 of 4 updates written"));
    }

    private async Task WriteWithoutScriptAsync(Place here, Guid period, int width, string text)
    {
        await using var contributor = await portal.VisitAsync(width, javaScript: false);
        await contributor.SignInAsync(here.Second.Email);
        await contributor.GoAsync($"/{here.Slug}/projects/{here.Plan.ProjectIds[3]}/update?period={period}");
        await contributor.FillAsync(Question, text);
        await contributor.ChooseAsync("Off track");
        await contributor.PressAsync("Submit");
        await contributor.GoAsync($"/{here.Slug}/projects/{here.Plan.ProjectIds[3]}");
        Assert.True(await contributor.SeesAsync(text));
    }

    private async Task LeadSubmitsAsync(Place here, Guid period, int width, int accepts)
    {
        await using var lead = await portal.VisitAsync(width);
        await lead.SignInAsync(here.Lead.Email);
        await lead.GoAsync($"/{here.Slug}/updates?period={period}");
        var boxes = lead.Page.Locator("input[name=chosen]");
        Assert.Equal(accepts, await boxes.CountAsync());
        for (var i = 0; i < accepts; i++)
        {
            await boxes.Nth(i).CheckAsync(new LocatorCheckOptions { Force = true });
        }

        await lead.PressAsync("Accept ticked updates as proposed");
        Assert.True(await lead.SeesAsync($"{accepts.ToString(CultureInfo.InvariantCulture)} updates accepted as proposed"));
        await lead.GoAsync($"/{here.Slug}/periods/{period}/close");
        await lead.PressAsync("Close for updates");
        await lead.GoAsync($"/{here.Slug}/reports/{period}/prepare");
        await lead.PressAsync("Save and preview");
        await lead.PressAsync("Submit the quarter");
        Assert.True(await lead.SeesAsync("0 of 1"));
    }

    private async Task ChiefOfficerApprovesAsync(Place here, Guid period, int width)
    {
        await using var chief = await portal.VisitAsync(width);
        await chief.SignInAsync(here.Chief.Email);
        Assert.Equal(200, await chief.GoAsync($"/{here.Slug}/reports/delegates"));
        await chief.GoAsync($"/{here.Slug}/reports/{period}/approve");
        await chief.PressAsync("Approve the quarter");
        Assert.True(await chief.SeesAsync("1 of 1"));
    }

    private async Task LinkOfficerReadsAsync(Place here, Guid period, int width, params string[] texts)
    {
        await using var officer = await portal.VisitAsync(width);
        await officer.SignInAsync(here.Officer.Email);
        Assert.Contains("/inspect", officer.Page.Url, StringComparison.Ordinal);
        Assert.Equal(200, await officer.GoAsync($"/{here.Slug}/reports/{period}"));
        var report = await officer.Page.Locator("main").InnerTextAsync();
        Assert.All(texts, text => Assert.Contains(text, report, StringComparison.Ordinal));
    }

    private async Task<Place> MakeAsync()
    {
        var partnership = await portal.Data.CreatePartnershipAsync(p => p.Quorum = 1);
        var plan = await portal.Data.CreatePlanAsync(partnership, projects: 4);
        async Task<TestPerson> AddAsync(PartnershipRole role)
        {
            var person = await portal.Data.CreatePersonAsync(BrowserFixture.Password);
            await portal.Data.AddRoleAsync(partnership, person, role);
            return person;
        }

        var (contributor, second) = (await AddAsync(PartnershipRole.Contributor), await AddAsync(PartnershipRole.Contributor));
        await portal.Data.HoldAsync(partnership, plan, contributor);
        await portal.Data.HoldAsync(partnership, plan, second);
        var body = (await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.ApprovedReports)).BodyId;
        var officer = await portal.Data.CreatePersonAsync(BrowserFixture.Password);
        await portal.Data.OnPlatformAsync(database => Task.FromResult(database.Add(new LinkOfficer { BodyId = body, UserId = officer.Id })));
        return new Place(partnership, plan)
        {
            Lead = await AddAsync(PartnershipRole.PartnershipLead),
            Contributor = contributor,
            Second = second,
            Chief = await AddAsync(PartnershipRole.ChiefOfficer),
            Officer = officer,
        };
    }

    private static Task SaysAsync(Visitor visitor, string words) => Assertions.Expect(visitor.Page.Locator("[data-autosave-status]"))
        .ToContainTextAsync(words, new LocatorAssertionsToContainTextOptions { Timeout = 20_000 });

    private static Task<string> TextAsync(Visitor visitor) => visitor.Page.GetByLabel(Question).First.InputValueAsync();

    /// <summary>The partnership of the journey and its people, who can sign in.</summary>
    private sealed record Place(TestPartnership Partnership, TestPlan Plan)
    {
        public required TestPerson Lead { get; init; }
        public required TestPerson Contributor { get; init; }
        public required TestPerson Second { get; init; }
        public required TestPerson Chief { get; init; }
        public required TestPerson Officer { get; init; }

        public string Slug => Partnership.Slug;

        public Guid First => Plan.PeriodId;
    }
}
