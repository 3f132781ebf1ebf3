using System.Net;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Features.Account.Feeds;
using InspectionPortal.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Web.Tests.Features.Account.Feeds;

public sealed class CalendarFeedTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Create = "form[action='/account/calendar-feed']";

    [Fact]
    public async Task Get_ByTheSecret_ReadsBackAsTheDatesOfThePerson()
    {
        var (here, plan) = await MakeAsync();
        var secret = await CreateAsync(here.Contributor);

        var (response, file) = await ReadAsync(secret);

        Assert.Equal("text/calendar; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(("2.0", "PUBLISH"), (file.Properties["VERSION"], file.Properties["METHOD"]));
        Assert.Equal(
            [
                $"20200930 Deadline: 1.1 Project 1 {here.Canary}",
                $"20200930 Deadline: 1.2 Project 2 {here.Canary}",
                "21000401 Deadline: 1.1, Ask every child, and record it; twice",
                "21000601 Deadline: 1.2, Training done",
                "21001029 Updates due: July to September 2020",
                "21001110 Chief officers meet: July to September 2020",
            ],
            file.Days.Order(StringComparer.Ordinal));
        Assert.All(file.Events, e =>
        {
            Assert.Equal(Day(e["DTSTART;VALUE=DATE"]).AddDays(1), Day(e["DTEND;VALUE=DATE"]));
            Assert.Equal(here.Name, e["DESCRIPTION"]);
            Assert.Contains($"/{here.Slug}/", e["URL"], StringComparison.Ordinal);
            Assert.EndsWith("@inspection-portal", e["UID"], StringComparison.Ordinal);
        });
        Assert.Equal(file.Events.Count, file.Events.Select(e => e["UID"]).Distinct(StringComparer.Ordinal).Count());
        Assert.Contains(file.Events, e => e["UID"] == $"project-{plan.ProjectIds[0]}@inspection-portal");
    }

    [Fact]
    public async Task Get_Twice_IsTheSameFileAndMayBeKeptForAnHour()
    {
        var (here, _) = await MakeAsync();
        var secret = await CreateAsync(here.Contributor);

        var (first, _) = await ReadAsync(secret);
        var (second, _) = await ReadAsync(secret);

        Assert.Equal(await first.Content.ReadAsByteArrayAsync(), await second.Content.ReadAsByteArrayAsync());
        Assert.Equal(("max-age=3600, private", true), (first.Headers.CacheControl?.ToString(), first.Headers.ETag is not null));
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(secret));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var client = portal.ClientFor(null);
        var again = await client.SendAsync(request);
        Assert.Equal((HttpStatusCode.NotModified, 0), (again.StatusCode, (await again.Content.ReadAsByteArrayAsync()).Length));
    }

    [Fact]
    public async Task Get_AfterADeadlineMovedAndWorkWasDone_MovesOneAndDropsTheOther()
    {
        var (here, plan) = await MakeAsync();
        var secret = await CreateAsync(here.Contributor);
        var uid = $"project-{plan.ProjectIds[0]}@inspection-portal";
        await portal.Data.InTenantAsync(here.Id, async d =>
        {
            (await d.Projects.FirstAsync(p => p.Id == plan.ProjectIds[0])).Deadline = DeadlineParser.Parse("31 March 2101");
            (await d.Projects.FirstAsync(p => p.Id == plan.ProjectIds[1])).Status = ProjectStatus.DoneAndEvidenced;
            return true;
        });

        var (_, file) = await ReadAsync(secret);

        Assert.Equal("21010331", Assert.Single(file.Events, e => e["UID"] == uid)["DTSTART;VALUE=DATE"]);
        Assert.DoesNotContain(file.Events, e => e["SUMMARY"].Contains("1.2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_TitleWithSignsAndManyBytes_ReadsBackAsWritten()
    {
        var (here, plan) = await MakeAsync();
        var title = "Ünïcode, “quotes”; back\\slash · 日本語の題名はとても長いので行を折り返さなければなりません";
        await portal.Data.InTenantAsync(here.Id, async d => (await d.Projects.FirstAsync(p => p.Id == plan.ProjectIds[0])).Title = title);

        var (_, file) = await ReadAsync(await CreateAsync(here.Contributor));

        Assert.Contains($"20200930 Deadline: 1.1 {title}", file.Days);
    }

    [Fact]
    public async Task Post_Create_ShowsTheSecretOnceAndKeepsItsHash()
    {
        var (here, _) = await MakeAsync();
        var client = portal.ClientFor(here.Contributor);
        var secret = await CreateAsync(here.Contributor);

        var page = (await client.GetPageAsync("/account")).ShouldBeOk();

        Assert.DoesNotContain(secret, page.Html, StringComparison.Ordinal);
        Assert.Contains("You have an address, created on", page.Text, StringComparison.Ordinal);
        var kept = await portal.Data.OnPlatformAsync(d => d.CalendarFeeds.AsNoTracking().SingleAsync(f => f.UserId == here.Contributor.Id));
        Assert.DoesNotContain(secret, kept.TokenHash, StringComparison.Ordinal);
        Assert.Equal(64, kept.TokenHash.Length);
        Assert.Contains("Calendar address created", await EventsAsync(here.Contributor), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ReplaceThenRevoke_EndsTheAddressBefore()
    {
        var (here, _) = await MakeAsync();
        var first = await CreateAsync(here.Contributor);
        var second = await CreateAsync(here.Contributor);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (await StatusAsync(first), await StatusAsync(second)));
        var client = portal.ClientFor(here.Contributor);
        var page = await client.GetPageAsync("/account");
        var sent = await page.SubmitAsync("form[action$='/revoke']");
        var again = await page.SubmitAsync("form[action$='/revoke']");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (sent.Status, again.Status));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(second));
        Assert.Equal("Create an address", (await client.GetPageAsync("/account")).Find($"{Create} button").TextContent.Trim());
    }

    [Fact]
    public async Task Get_DisabledOrUnconfirmedAccount_Is404()
    {
        var (here, _) = await MakeAsync();
        var (disabled, unconfirmed) = (await CreateAsync(here.Contributor), await CreateAsync(here.Lead));
        await portal.Data.OnPlatformAsync(async d =>
        {
            (await d.Users.FirstAsync(u => u.Id == here.Contributor.Id)).IsDisabled = true;
            (await d.Users.FirstAsync(u => u.Id == here.Lead.Id)).EmailConfirmed = false;
            return true;
        });

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (await StatusAsync(disabled), await StatusAsync(unconfirmed)));
    }

    [Fact]
    public async Task Get_AfterTheAccountWasTakenFromThePerson_Is404EvenWhenItIsConfirmedAgain()
    {
        var (here, _) = await MakeAsync();
        var secret = await CreateAsync(here.Contributor);

        await using (var scope = portal.Host.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<AccountRevoker>()
                .RevokeAsync(here.Contributor.Id, "Test", CancellationToken.None);
        }

        await portal.Data.OnPlatformAsync(async d => (await d.Users.FirstAsync(u => u.Id == here.Contributor.Id)).EmailConfirmed = true);

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(secret));
    }

    [Fact]
    public async Task Get_AfterLeavingAPartnership_ShowsTheOthersOnly()
    {
        var (here, _) = await MakeAsync();
        var (there, plan) = await MakeAsync();
        await portal.Data.InTenantAsync(
            there.Id, d => Task.FromResult(d.Add(new Membership { UserId = here.Contributor.Id, Role = PartnershipRole.Contributor })));
        await portal.Data.HoldAsync(there, plan, here.Contributor);
        var secret = await CreateAsync(here.Contributor);
        var before = (await ReadAsync(secret)).File;
        Assert.Equal(new[] { here.Name, there.Name }.Order(StringComparer.Ordinal), before.Events.Select(e => e["DESCRIPTION"])
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

        // The responsibility is still on record; the membership alone is gone.
        await portal.Data.InTenantAsync(there.Id, async d =>
        {
            d.RemoveRange(await d.Memberships.Where(m => m.UserId == here.Contributor.Id).ToListAsync());
            return true;
        });

        var (response, file) = await ReadAsync(secret);
        Assert.Equal([here.Name], file.Events.Select(e => e["DESCRIPTION"]).Distinct(StringComparer.Ordinal));
        Assert.DoesNotContain(there.Canary, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ResponsibilityEndedOrPartnershipSuspended_ShowsNoDeadlines()
    {
        var (here, plan) = await MakeAsync();
        var secret = await CreateAsync(here.Contributor);
        await portal.Data.EndResponsibilityAsync(here, plan, new DateOnly(2021, 1, 1));

        Assert.Equal(2, (await ReadAsync(secret)).File.Events.Count);
        await portal.Data.OnPlatformAsync(
            async d => (await d.Partnerships.FirstAsync(p => p.Id == here.Id)).State = PartnershipState.Suspended);
        Assert.Empty((await ReadAsync(secret)).File.Events);
    }

    [Fact]
    public async Task Account_OfALinkOfficer_HasNoFeed()
    {
        var (here, plan) = await MakeAsync();
        var officer = (await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan)).Person;
        var client = portal.ClientFor(officer);

        var page = (await client.GetPageAsync("/account")).ShouldBeOk();

        Assert.Null(page.Document.QuerySelector("#calendar-feed"));
        Assert.Equal(HttpStatusCode.NotFound, (await page.SubmitToAsync("main form", "/account/calendar-feed")).Status);
    }

    [Fact]
    public async Task Get_MemberElsewhereWithAGrantHere_SeesNothingOfTheGrant()
    {
        var (here, plan) = await MakeAsync();
        var (there, _) = await MakeAsync();
        var officer = (await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan)).Person;
        await portal.Data.InTenantAsync(
            there.Id, d => Task.FromResult(d.Add(new Membership { UserId = officer.Id, Role = PartnershipRole.Reader })));

        var (response, file) = await ReadAsync(await CreateAsync(officer));

        Assert.Equal([there.Name], file.Events.Select(e => e["DESCRIPTION"]).Distinct(StringComparer.Ordinal));
        Assert.DoesNotContain(here.Canary, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_UnknownSecret_IsOneAndTheSame404()
    {
        var (here, _) = await MakeAsync();
        var secret = await CreateAsync(here.Contributor);
        using var client = portal.ClientFor(null);
        var pages = new List<string>();
        foreach (var path in new[]
        {
            $"/calendar/{secret[..^1]}.ics", $"/calendar/{secret}x.ics", $"/calendar/{secret.ToUpperInvariant()}.ics", "/calendar/x.ics", "/calendar/.ics", $"/calendar/{new string('a', 1500)}.ics",
            $"/calendar/{secret}", $"/{here.Slug}/calendar/{secret}.ics",
        })
        {
            var page = await client.GetPageAsync(path);
            if (!path.StartsWith($"/{here.Slug}", StringComparison.Ordinal))
            {
                Assert.Equal((path, HttpStatusCode.NotFound), (path, page.Status));
                pages.Add(page.Text);
            }

            Assert.NotEqual(HttpStatusCode.OK, page.Status);
        }

        Assert.Single(pages.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Get_TooOften_HasToWait()
    {
        var (here, _) = await MakeAsync();
        var (secret, other) = (await CreateAsync(here.Reader), await CreateAsync(here.Chief));
        for (var i = 0; i < CalendarFeedLimiter.PerHour; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(secret));
        }

        using var client = portal.ClientFor(null);
        var refused = await client.GetAsync(Address(secret));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter?.Delta ?? TimeSpan.Zero, TimeSpan.FromMinutes(50), TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(other));
    }

    /// <summary>Two projects of the contributor, an owned sub-action, a milestone, and a period that is due and discussed in
    /// 2100.</summary>
    private async Task<(TestPartnership Here, TestPlan Plan)> MakeAsync()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here);
        await portal.Data.InTenantAsync(here.Id, async d =>
        {
            var period = await d.ReportingPeriods.FirstAsync(p => p.Id == plan.PeriodId);
            (period.DueOn, period.MeetingOn) = (new DateOnly(2100, 10, 29), new DateOnly(2100, 11, 10));
            var step = new SubAction
            {
                ProjectId = plan.ProjectIds[0],
                Text = "Ask every child, and record it; twice",
                Deadline = DeadlineParser.Parse("1 April 2100"),
            };
            step.Owners.Add(new SubActionOwner { LeadResponsibilityId = plan.ResponsibilityId });
            d.Add(step);
            d.Add(new SubAction { ProjectId = plan.ProjectIds[0], Text = "Of no one", Deadline = DeadlineParser.Parse("2 April 2100") });
            d.Add(new Measure
            {
                PlanId = plan.Id,
                ProjectId = plan.ProjectIds[1],
                Kind = MeasureKind.Milestone,
                Title = "Training done",
                Deadline = DeadlineParser.Parse("1 June 2100"),
            });
            return true;
        });
        return (here, plan);
    }

    private async Task<string> CreateAsync(TestPerson person)
    {
        var page = (await portal.ClientFor(person).GetPageAsync("/account")).ShouldBeOk();
        var created = (await page.SubmitAsync(Create)).ShouldBeOk();
        var address = new Uri(created.Find("#calendar-address").TextContent.Trim());
        return address.AbsolutePath.Split('/')[^1].Replace(".ics", "", StringComparison.Ordinal);
    }

    private async Task<(HttpResponseMessage Response, IcsFile File)> ReadAsync(string secret)
    {
        using var client = portal.ClientFor(null);
        var response = await client.GetAsync(Address(secret));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (response, IcsFile.Read(await response.Content.ReadAsByteArrayAsync()));
    }

    private async Task<HttpStatusCode> StatusAsync(string secret)
    {
        using var client = portal.ClientFor(null);
        return (await client.GetAsync(Address(secret))).StatusCode;
    }

    private Task<string> EventsAsync(TestPerson person) => portal.Data.OnPlatformAsync(async d => string.Join(
        '\n', (await d.SecurityEvents.AsNoTracking().Where(e => e.ByUserId == person.Id).ToListAsync())
            .Select(e => SecurityEventLabels.Of(e.Kind))));

    private static Uri Address(string secret) => new($"/calendar/{secret}.ics", UriKind.Relative);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);
}
