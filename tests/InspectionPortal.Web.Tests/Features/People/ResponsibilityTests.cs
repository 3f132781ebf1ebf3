using System.Net;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.People;

public sealed class ResponsibilityTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task AddResponsibility_ThenHold_ThenEnd_IsGoneAtTheNextRequest()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var client = portal.ClientFor(here.Lead);
        var form = await client.GetPageAsync($"/{here.Slug}/people/responsibilities/new");
        var added = await form.SubmitAsync("main form", ("Name", "CSWO"), ("Kind", "Post"));
        Assert.Equal(added.Location, (await form.SubmitAsync("main form", ("Name", "CSWO"), ("Kind", "Post"))).Location);
        var id = added.Location!.Split('/')[^1];
        var hold = await client.GetPageAsync($"/{here.Slug}/people/holders/new?person={here.Contributor.Id}&responsibility={id}");

        var pages = await Task.WhenAll(hold.SubmitAsync("main form", ("From", "1 September 2020")), hold.SubmitAsync("main form", ("From", "1 September 2020")));

        Assert.All(pages, p => Assert.Equal($"/{here.Slug}/people/{here.Contributor.Id}", p.Location));
        var member = await client.GetPageAsync(pages[0].Location!);
        Assert.Contains("CSWO 1 September 2020 No end date", member.Text, StringComparison.Ordinal);
        Assert.NotNull((await member.SubmitAsync("form[action$='/end']")).Location);
        Assert.DoesNotContain("CSWO", (await client.GetPageAsync($"/{here.Slug}/people")).Text, StringComparison.Ordinal);
        Assert.Contains("No one assigned", (await client.GetPageAsync($"/{here.Slug}/people/responsibilities")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EndHolding_BegunToday_LeavesNoRow()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here);
        var client = portal.ClientFor(here.Lead);
        await (await client.GetPageAsync($"/{here.Slug}/people/holders/new?person={here.Reader.Id}&responsibility={plan.ResponsibilityId}")).SubmitAsync("main form");

        await (await client.GetPageAsync($"/{here.Slug}/people/{here.Reader.Id}")).SubmitAsync("form[action$='/end']");

        Assert.False(await portal.Data.InTenantAsync(here.Id, d => d.ResponsibilityHolders.AnyAsync(h => h.UserId == here.Reader.Id)));
    }

    [Theory]
    [InlineData("From", "", "Enter the first day")]
    [InlineData("From", "31 February 2026", "Enter a date, like 30 September 2026")]
    [InlineData("From", "yesterday", "Enter a date, like 30 September 2026")]
    [InlineData("Until", "30/02/2026", "Enter a date, like 30 September 2026")]
    [InlineData("Until", "1 January 2020", "must be the same as or after")]
    [InlineData("UserId", "", "Choose who to assign")]
    [InlineData("UserId", "banana", "Choose or enter")]
    [InlineData("ResponsibilityId", "", "Choose a responsibility")]
    public async Task HoldResponsibility_Wrong_SaysHow(string field, string value, string error)
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here);
        var form = await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/people/holders/new?person={here.Reader.Id}&responsibility={plan.ResponsibilityId}");

        var page = await form.SubmitAsync("main form", [.. new[] { ("From", "1 May 2026"), ("Until", "") }.Where(f => f.Item1 != field).Append((field, value)).Select(f => (f.Item1, (string?)f.Item2))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(page.Errors, e => e.Contains(error, StringComparison.Ordinal));
        if (field is "From" or "Until")
        {
            Assert.Equal(value, page.Find($"#{field}").GetAttribute("value"));
        }
    }

    [Fact]
    public async Task HoldResponsibility_ForeignOrOverlapping_IsRefused()
    {
        var (here, there) = (await portal.Data.CreatePartnershipAsync(), await portal.Data.CreatePartnershipAsync());
        var (plan, theirs) = (await portal.Data.CreatePlanAsync(here), await portal.Data.CreatePlanAsync(there));
        var form = await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/people/holders/new?person={here.Contributor.Id}&responsibility={plan.ResponsibilityId}");

        Assert.Contains("Choose a responsibility from the list", Assert.Single((await form.SubmitAsync("main form", ("ResponsibilityId", $"{theirs.ResponsibilityId}"))).Errors), StringComparison.Ordinal);
        Assert.Contains("Choose a member", Assert.Single((await form.SubmitAsync("main form", ("UserId", $"{there.Reader.Id}"))).Errors), StringComparison.Ordinal);
        Assert.Contains("already", Assert.Single((await form.SubmitAsync("main form")).Errors), StringComparison.Ordinal);
        Assert.DoesNotContain(there.Canary, form.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangeHolding_Stale_Is409KeepsWhatWasTyped()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        await portal.Data.CreatePlanAsync(here);
        var client = portal.ClientFor(here.Lead);
        var id = await portal.Data.InTenantAsync(here.Id, d => d.ResponsibilityHolders.Select(h => h.Id).SingleAsync());
        var form = await client.GetPageAsync($"/{here.Slug}/people/holders/{id}");
        await form.SubmitAsync("main form", ("Until", "1 May 2026"));

        var stale = await form.SubmitAsync("main form", ("Until", "2 May 2026"));

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal("2 May 2026", stale.Find("#Until").GetAttribute("value"));
        Assert.NotNull((await stale.SubmitAsync("main form")).Location);
    }

    [Fact]
    public async Task ChangeResponsibility_StaleTakenOrForeign_IsRefused()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here);
        var theirs = await portal.Data.CreatePlanAsync(await portal.Data.CreatePartnershipAsync());
        var client = portal.ClientFor(here.Lead);
        await (await client.GetPageAsync($"/{here.Slug}/people/responsibilities/new")).SubmitAsync("main form", ("Name", "Taken"), ("Kind", "Team"));
        var form = await client.GetPageAsync($"/{here.Slug}/people/responsibilities/{plan.ResponsibilityId}");

        Assert.Contains("already", Assert.Single((await form.SubmitAsync("form.p-form", ("Name", "Taken"))).Errors), StringComparison.Ordinal);
        Assert.Contains("agency from the list", Assert.Single((await form.SubmitAsync("form.p-form", ("AgencyId", $"{theirs.AgencyId}"))).Errors), StringComparison.Ordinal);
        Assert.Single((await form.SubmitAsync("form.p-form", ("Name", new string('x', 201)))).Errors);
        Assert.NotNull((await form.SubmitAsync("form.p-form", ("Name", "Theirs"))).Location);
        var stale = await form.SubmitAsync("form.p-form", ("Name", "Mine"));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal("Mine", stale.Find("#Name").GetAttribute("value"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/{here.Slug}/people/responsibilities/{theirs.ResponsibilityId}")).Status);
    }
}

public sealed class AgencyTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Post_AddedTwice_IsOneAndACircleIsRefused()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var client = portal.ClientFor(here.Lead);
        var form = await client.GetPageAsync($"/{here.Slug}/people/agencies/new");
        foreach (var _ in new[] { 1, 2 })
        {
            Assert.NotNull((await form.SubmitAsync("main form", ("Code", "COG"), ("Name", "Chief Officer Group"), ("Kind", "Group"))).Location);
        }

        var top = await portal.Data.InTenantAsync(here.Id, d => d.Agencies.Select(a => a.Id).SingleAsync());
        await AddAsync(client, here, "MID", top);
        var middle = await IdAsync(here, "MID");
        await AddAsync(client, here, "LOW", middle);
        var low = await IdAsync(here, "LOW");
        var edit = await client.GetPageAsync($"/{here.Slug}/people/agencies/{top}");

        Assert.Contains("Choose one that does not", Assert.Single((await edit.SubmitAsync("main form", ("ReportsToId", $"{low}"))).Errors), StringComparison.Ordinal);
        Assert.Contains("Choose one that does not", Assert.Single((await edit.SubmitAsync("main form", ("ReportsToId", $"{top}"))).Errors), StringComparison.Ordinal);
        Assert.Contains("MID MID", (await client.GetPageAsync($"/{here.Slug}/people/agencies")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_TwoCloseACircleAtOnce_OneIsRefused()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var client = portal.ClientFor(here.Lead);
        await AddAsync(client, here, "A", null);
        await AddAsync(client, here, "B", null);
        var (a, b) = (await IdAsync(here, "A"), await IdAsync(here, "B"));
        var (first, second) = (await client.GetPageAsync($"/{here.Slug}/people/agencies/{a}"), await client.GetPageAsync($"/{here.Slug}/people/agencies/{b}"));

        var pages = await Task.WhenAll(first.SubmitAsync("main form", ("ReportsToId", $"{b}")), second.SubmitAsync("main form", ("ReportsToId", $"{a}")));

        Assert.All(pages, p => Assert.True((int)p.Status < 500));
        Assert.Equal(1, await portal.Data.InTenantAsync(here.Id, d => d.Agencies.CountAsync(x => x.ReportsToId != null)));
    }

    [Theory]
    [InlineData("Code", "", "Enter a short name")]
    [InlineData("Name", "", "Enter the agency’s name")]
    [InlineData("Kind", "42", "Choose or enter")]
    [InlineData("ReportsToId", "banana", "Choose or enter")]
    [InlineData("ReportsToId", "01999999-0000-7000-8000-000000000000", "Choose an agency from the list")]
    public async Task Post_Wrong_SaysHow(string field, string value, string error)
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var form = await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/people/agencies/new");

        var page = await form.SubmitAsync("main form", [.. new[] { ("Code", "X"), ("Name", "<i>X</i>"), ("Kind", "Team") }.Where(f => f.Item1 != field).Append((field, value)).Select(f => (f.Item1, (string?)f.Item2))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(page.Errors, e => e.Contains(error, StringComparison.Ordinal));
        Assert.DoesNotContain("<i>X", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_StaleTakenOrForeign_IsRefused()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var theirs = await portal.Data.CreatePlanAsync(await portal.Data.CreatePartnershipAsync());
        var client = portal.ClientFor(here.Lead);
        await AddAsync(client, here, "A", null);
        await AddAsync(client, here, "B", null);
        var form = await client.GetPageAsync($"/{here.Slug}/people/agencies/{await IdAsync(here, "A")}");

        Assert.Contains("Another agency", Assert.Single((await form.SubmitAsync("main form", ("Code", "B"))).Errors), StringComparison.Ordinal);
        Assert.Contains("from the list", Assert.Single((await form.SubmitAsync("main form", ("ReportsToId", $"{theirs.AgencyId}"))).Errors), StringComparison.Ordinal);
        await form.SubmitAsync("main form", ("Name", "Theirs"));
        var stale = await form.SubmitAsync("main form", ("Name", "Mine"));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal("Mine", stale.Find("#Name").GetAttribute("value"));
        Assert.NotNull((await stale.SubmitAsync("main form")).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/{here.Slug}/people/agencies/{theirs.AgencyId}")).Status);
    }

    private static async Task AddAsync(HttpClient client, TestPartnership here, string code, Guid? reportsTo) =>
        Assert.NotNull((await (await client.GetPageAsync($"/{here.Slug}/people/agencies/new"))
            .SubmitAsync("main form", ("Code", code), ("Name", code), ("Kind", "Group"), ("ReportsToId", $"{reportsTo}"))).Location);

    private Task<Guid> IdAsync(TestPartnership here, string code) =>
        portal.Data.InTenantAsync(here.Id, d => d.Agencies.Where(a => a.Code == code).Select(a => a.Id).SingleAsync());
}
