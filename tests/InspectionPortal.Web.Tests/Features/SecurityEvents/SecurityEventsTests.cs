using System.Net;
using InspectionPortal.Testing;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Tests.Features.Account;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Web.Tests.Features.SecurityEvents;

public sealed class SecurityEventsTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    [Fact]
    public async Task SignIn_ThatFails_IsLoggedWithoutWhatWasTyped()
    {
        var person = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        var unknown = $"{TestData.Unique("stranger")}@tests.example";
        await AccountPortal.SignInAsync(portal.Browser("192.0.2.201"), person.Email, "a wrong guess indeed");
        await AccountPortal.SignInAsync(portal.Browser("192.0.2.202"), unknown, "a wrong guess indeed");

        var events = await EventsAsync(e => e.Place == "192.0.2.201" || e.Place == "192.0.2.202");

        Assert.Equal(2, events.Count);
        Assert.All(events, e => Assert.Equal(SecurityEventKind.SignInFailed, e.Kind));
        Assert.Equal(person.Id, events.Single(e => e.Place == "192.0.2.201").AboutUserId);
        Assert.Null(events.Single(e => e.Place == "192.0.2.202").AboutUserId);
        Assert.All(events, e => Assert.DoesNotContain("guess", e.Detail, StringComparison.Ordinal));
        Assert.All(events, e => Assert.DoesNotContain("stranger", e.Detail, StringComparison.Ordinal));
        var (id, fields) = portal.Log.Lines.Single(l => l.Fields.Any(f => f is { Key: "Place", Value: "192.0.2.201" }));
        Assert.Equal((SecurityLog.FirstEventId + (int)SecurityEventKind.SignInFailed, nameof(SecurityEventKind.SignInFailed)), (id.Id, id.Name));
        Assert.Equal(person.Id, fields.Single(f => f.Key == "AboutUserId").Value);
        Assert.DoesNotContain(portal.Log.Lines.SelectMany(l => l.Fields), f => $"{f.Value}".Contains("stranger", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SignIn_ThatIsSlowed_IsLoggedInAFewLines()
    {
        var person = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        var browser = portal.Browser("192.0.2.210");
        for (var i = 0; i < SignInThrottle.FailuresForOneAccount + 8; i++)
        {
            await AccountPortal.SignInAsync(browser, person.Email, "a wrong guess indeed");
        }

        var slowed = await EventsAsync(e => e.Place == "192.0.2.210" && e.Kind == SecurityEventKind.SignInSlowed);

        Assert.Equal(SecurityEventLimiter.LinesAMinute, slowed.Count);
    }

    [Fact]
    public async Task SignInAndOut_AreLogged()
    {
        var person = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        var browser = portal.Browser();
        await AccountPortal.SignInAsync(browser, person.Email, AccountPortal.Password);
        await (await browser.GetPageAsync("/account")).SubmitAsync("main form[action='/account/sign-out']");

        var events = await EventsAsync(e => e.AboutUserId == person.Id || e.ByUserId == person.Id);

        Assert.Equal([SecurityEventKind.SignedIn, SecurityEventKind.SignedOut], events.Select(e => e.Kind));
    }

    [Fact]
    public async Task Refusal_Of403_IsLoggedForThePartnershipInAFewLines()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var client = portal.ClientFor(here.Reader);
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await client.GetPageAsync($"/{here.Slug}/audit")).Status);
        }

        var events = await EventsAsync(e => e.ByUserId == here.Reader.Id);

        Assert.Equal(SecurityEventLimiter.LinesAMinute, events.Count);
        Assert.All(events, e => Assert.Equal((SecurityEventKind.AccessRefused, (int?)here.Id, "GET /audit"), (e.Kind, e.PartnershipId, e.Detail)));
    }

    [Fact]
    public async Task Refusal_OfAnAdministratorsPage_IsLogged()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(here.Lead).GetPageAsync("/admin/security")).Status);

        Assert.Equal("GET /admin/security", Assert.Single(await EventsAsync(e => e.ByUserId == here.Lead.Id)).Detail);
    }

    [Fact]
    public async Task Refusal_AcrossPartnerships_IsLoggedForTheOneThatWasAskedFor()
    {
        var (here, there) = (await portal.Data.CreatePartnershipAsync(), await portal.Data.CreatePartnershipAsync());
        var client = portal.ClientFor(here.Contributor);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/{there.Slug}/plans")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync("/nowhere-at-all/plan")).Status);

        var events = await EventsAsync(e => e.ByUserId == here.Contributor.Id);

        Assert.All(events, e => Assert.Equal(SecurityEventKind.OtherPartnershipRefused, e.Kind));
        Assert.Equal([there.Id, null], events.Select(e => e.PartnershipId));
        var page = (await portal.ClientFor(there.Lead).GetPageAsync($"/{there.Slug}/security")).ShouldBeOk();
        Assert.Contains("Access to a partnership refused", page.Text, StringComparison.Ordinal);
        Assert.Contains("Someone who is not a member", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(here.Contributor.Email.Split('@')[0], page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_OfAPartnership_ShowsItsOwnLinesAlone()
    {
        var (here, there) = (await portal.Data.CreatePartnershipAsync(), await portal.Data.CreatePartnershipAsync());
        await LineAsync(here.Id, $"Here {here.Canary}");
        await LineAsync(there.Id, $"There {there.Canary}");
        await LineAsync(null, $"Platform {there.Canary}");

        foreach (var person in new[] { here.Lead, here.Chief })
        {
            var page = (await portal.ClientFor(person).GetPageAsync($"/{here.Slug}/security")).ShouldBeOk();
            Assert.Contains($"Here {here.Canary}", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(there.Canary, page.Html, StringComparison.Ordinal);
        }

        Assert.Equal(1, await portal.Data.InTenantAsync(here.Id, database => database.SecurityEvents.CountAsync()));
        foreach (var person in new[] { here.Contributor, here.Reader })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await portal.ClientFor(person).GetPageAsync($"/{here.Slug}/security")).Status);
        }
    }

    [Fact]
    public async Task Log_ForAdministrators_FindsByKindPersonPartnershipAndDay()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        await LineAsync(here.Id, $"Kept {here.Canary}", here.Lead.Id, SecurityEventKind.ArchiveRequested);
        var client = portal.ClientFor(await portal.Data.CreatePersonAsync(administrator: true));
        var today = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        foreach (var (query, isFound) in new[]
        {
            ($"partnership={here.Slug}", true), ($"partnership={here.Slug}&kind=ArchiveRequested", true), ($"partnership={here.Slug}&kind=SignedIn", false),
            ($"partnership={here.Slug}&person={here.Lead.Email[..20]}", true), ($"partnership={here.Slug}&person=%25", false), ($"person={here.Reader.Email}", false),
            ($"partnership={here.Slug}&from={today}", true), ($"partnership={here.Slug}&to=2020-01-01", false), ($"partnership={here.Slug}&from=9999-12-31&to=9999-12-31", false),
            ($"partnership={here.Slug}&kind=rubbish&from=x&page=-4", true), ($"partnership={here.Slug}&page=999999999", true), ("person=%00%5C", false),
        })
        {
            var page = (await client.GetPageAsync($"/admin/security?{query}")).ShouldBeOk();
            Assert.True(isFound == page.Text.Contains($"Kept {here.Canary}", StringComparison.Ordinal), query);
        }
    }

    [Fact]
    public async Task Csv_OfTheLog_GuardsAgainstFormulas()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        await LineAsync(here.Id, "=HYPERLINK(1)");
        var client = portal.ClientFor(await portal.Data.CreatePersonAsync(administrator: true));

        var response = await client.GetAsync(new Uri($"/admin/security.csv?partnership={here.Slug}", UriKind.Relative));
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("'=HYPERLINK(1)", text, StringComparison.Ordinal);
        Assert.DoesNotContain(",=HYPERLINK", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(here.Lead).GetPageAsync("/admin/security.csv")).Status);
    }

    [Fact]
    public async Task Sweep_OfOldLines_LeavesTheOthers()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        await LineAsync(here.Id, "Old", at: portal.Clock.GetUtcNow() - TimeSpan.FromDays(401));
        await LineAsync(here.Id, "Young", at: portal.Clock.GetUtcNow() - TimeSpan.FromDays(399));

        await using var scope = portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SecurityLogCleanup>().SweepAsync(CancellationToken.None);

        Assert.Equal("Young", Assert.Single(await EventsAsync(e => e.PartnershipId == here.Id)).Detail);
    }

    [Fact]
    public void Label_OfEveryKind_IsPlainEnglish() => Assert.All(
        Enum.GetValues<SecurityEventKind>(), kind => Assert.NotEqual(kind.ToString(), SecurityEventLabels.Of(kind)));

    private Task<List<SecurityEvent>> EventsAsync(System.Linq.Expressions.Expression<Func<SecurityEvent, bool>> which) =>
        portal.Data.OnPlatformAsync(database => database.SecurityEvents.AsNoTracking().Where(which).OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync());

    private Task<bool> LineAsync(
        int? partnership, string detail, Guid? by = null, SecurityEventKind kind = SecurityEventKind.RolesChanged, DateTimeOffset? at = null) =>
        portal.Data.OnPlatformAsync(database =>
        {
            database.Add(new SecurityEvent { At = at ?? portal.Clock.GetUtcNow(), Kind = kind, PartnershipId = partnership, ByUserId = by, Detail = detail });
            return Task.FromResult(true);
        });
}
