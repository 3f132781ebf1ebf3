using System.Net;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Features.Platform;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace InspectionPortal.Web.Tests.Features.Platform;

public sealed class GetPlatformTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task Get_ByAnyoneElse_Is404()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here);
        var officer = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan);
        foreach (var person in here.People.Values.Append(officer.Person))
        {
            var client = portal.ClientFor(person);
            foreach (var path in new[]
            {
                "/admin", "/admin/partnerships/new", $"/admin/partnerships/{here.Id}", $"/admin/partnerships/{here.Id}/edit", "/admin/bodies/new",
                $"/admin/bodies/{officer.BodyId}", $"/admin/bodies/{officer.BodyId}/edit", $"/admin/bodies/{officer.BodyId}/officers/new",
            })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync(path)).Status);
            }
        }
    }

    [Fact]
    public async Task Get_ManyPartnerships_ListsAPageOfThemAndFindsOne()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var copies = new ManyPartnerships(portal.OwnerConnection, here.Id) { Only = ["memberships"] };
        await copies.CopyAsync(GetPlatform.PageSize + 5);
        await using var source = NpgsqlDataSource.Create(portal.OwnerConnection);
        await using var close = source.CreateCommand("update partnerships set state = 'Closed' where id = $1");
        close.Parameters.AddWithValue(copies.IdOf(3));
        await close.ExecuteNonQueryAsync();
        await using var count = source.CreateCommand("select count(*) from partnerships");
        var total = (long)(await count.ExecuteScalarAsync())!;
        var client = portal.ClientFor(await portal.Data.CreatePersonAsync(administrator: true));

        var first = (await client.GetPageAsync("/admin")).ShouldBeOk();
        var second = (await client.GetPageAsync("/admin?page=2")).ShouldBeOk();
        var (found, none) = (await client.GetPageAsync($"/admin?search={here.Slug}3"), await client.GetPageAsync("/admin?search=%25"));

        Assert.Contains($"{total} partnerships (1 suspended or closed)", first.Text, StringComparison.Ordinal);
        Assert.Equal(GetPlatform.PageSize, Rows(first).Count);
        Assert.Empty(Rows(first).Intersect(Rows(second), StringComparer.Ordinal));
        Assert.Contains($"/{here.Slug}3", Rows(found), StringComparer.Ordinal);
        Assert.DoesNotContain($"/{here.Slug}4", Rows(found), StringComparer.Ordinal);
        Assert.Contains("No partnerships match", none.Text, StringComparison.Ordinal);

        static List<string> Rows(TestPage page) =>
            [.. page.Document.QuerySelectorAll("#partnerships ~ table td[data-label=Address]").Select(c => c.TextContent.Trim())];
    }

    [Fact]
    public async Task Get_ByTheAdministrator_ShowsNothingFromInsideAPartnership()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        await portal.Data.CreatePlanAsync(here);
        var client = portal.ClientFor(await portal.Data.CreatePersonAsync(administrator: true));
        portal.Host.Commands.Reset();

        var page = (await client.GetPageAsync("/admin")).ShouldBeOk();

        Assert.True(portal.Host.Commands.Texts.Count <= 8);
        Assert.Contains(here.Name, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"Plan {here.Canary}", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/{here.Slug}/people")).Status);
    }
}

public sealed class EditPartnershipTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task Post_SuspendThenReopen_ShutsOutAndLetsInAtTheNextRequest()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var admin = portal.ClientFor(await portal.Data.CreatePersonAsync(administrator: true));
        var lead = portal.ClientFor(here.Lead);
        (await lead.GetPageAsync($"/{here.Slug}/people")).ShouldBeOk();
        var page = await admin.GetPageAsync($"/admin/partnerships/{here.Id}");
        foreach (var (state, status) in new[]
        {
            ("Suspended", HttpStatusCode.NotFound), ("Active", HttpStatusCode.OK), ("Closed", HttpStatusCode.NotFound), ("Active", HttpStatusCode.OK),
        })
        {
            Assert.NotNull((await page.SubmitAsync("form[action$='/state']", ("State", state))).Location);
            Assert.Equal(status, (await lead.GetPageAsync($"/{here.Slug}/people")).Status);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await page.SubmitAsync("form[action$='/state']", ("State", "9"))).Status);
    }

    [Fact]
    public async Task Post_Stale_Is409KeepsWhatWasTypedAndCanBeSavedAgain()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var admin = portal.ClientFor(await portal.Data.CreatePersonAsync(administrator: true));
        var first = await admin.GetPageAsync($"/admin/partnerships/{here.Id}/edit");
        await first.SubmitAsync("main form", ("Name", $"Other {here.Canary}"));

        var stale = await first.SubmitAsync("main form", ("Name", $"Mine {here.Canary}"));

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal($"Mine {here.Canary}", stale.Find("#Name").GetAttribute("value"));
        Assert.NotNull((await stale.SubmitAsync("main form")).Location);
        Assert.Equal($"Mine {here.Canary}", await portal.Data.OnPlatformAsync(d => d.Partnerships.Where(p => p.Id == here.Id).Select(p => p.Name).SingleAsync()));
    }

    [Fact]
    public async Task Post_FirstLead_IsInvitedAnewUntilOneAccepts()
    {
        var here = await WithoutLeadAsync();
        var admin = portal.ClientFor(await portal.Data.CreatePersonAsync(administrator: true));
        var (first, second) = ($"{TestData.Unique("lead")}@tests.example", $"{TestData.Unique("lead")}@tests.example");
        var form = await admin.GetPageAsync($"/admin/partnerships/{here.Id}/lead");
        await form.SubmitAsync("main form", ("Name", "First"), ("Email", first));
        var old = (await portal.Data.LastMailToAsync(first)).Path;

        await form.SubmitAsync("main form", ("Name", "Second"), ("Email", second));
        var link = (await portal.Data.LastMailToAsync(second)).Path;

        Assert.Equal(HttpStatusCode.Gone, (await portal.ClientFor(null).GetPageAsync(old)).Status);
        var accept = (await portal.ClientFor(null).GetPageAsync(link)).ShouldBeOk();
        await accept.SubmitAsync("main form", ("Name", "Second"), ("Password", "three unrelated words"));
        Assert.Contains($"{second}, has accepted", (await admin.GetPageAsync($"/admin/partnerships/{here.Id}")).Text, StringComparison.Ordinal);
        Assert.Contains("has a partnership lead", Assert.Single((await form.SubmitAsync("main form", ("Name", "Third"), ("Email", first))).Errors), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetPageAsync("/admin/partnerships/999999")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetPageAsync("/admin/partnerships/999999/lead")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetPageAsync("/admin/partnerships/banana")).Status);
    }

    [Fact]
    public async Task Get_Invitations_ShowsThePlatformsOwnAndNoPartnerships()
    {
        var here = await WithoutLeadAsync();
        var admin = portal.ClientFor(await portal.Data.CreatePersonAsync(administrator: true));
        var (mine, theirs) = ($"{TestData.Unique("lead")}@tests.example", $"{TestData.Unique("reader")}@tests.example");
        await (await admin.GetPageAsync($"/admin/partnerships/{here.Id}/lead")).SubmitAsync("main form", ("Name", "First"), ("Email", mine));
        var other = await portal.Data.CreatePartnershipAsync();
        var invite = await portal.ClientFor(other.Lead).GetPageAsync($"/{other.Slug}/people/invite");
        await invite.SubmitAsync("main form", ("Name", "Reader"), ("Email", theirs), ("Roles", "Reader"));

        var page = (await admin.GetPageAsync("/admin/invitations")).ShouldBeOk();
        var id = await portal.Data.OnPlatformAsync(d => d.Invitations.Where(i => i.Email == theirs).Select(i => i.Id).SingleAsync());

        Assert.Contains(mine, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(theirs, page.Html, StringComparison.Ordinal);
        var token = page.Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        foreach (var step in new[] { "send", "withdraw", "link" })
        {
            using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
            Assert.Equal(HttpStatusCode.NotFound, (await admin.SendFormAsync($"/admin/invitations/{id}/{step}", content)).Status);
        }
    }

    [Fact]
    public async Task Post_FirstLead_WhereThePartnershipHasALead_IsRefused()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var admin = portal.ClientFor(await portal.Data.CreatePersonAsync(administrator: true));

        var page = await (await admin.GetPageAsync($"/admin/partnerships/{here.Id}/lead")).SubmitAsync("main form", ("Name", "Me"), ("Email", "me@tests.example"));

        Assert.Contains("has a partnership lead", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Empty(await portal.Data.MailToAsync("me@tests.example"));
    }

    private async Task<TestPartnership> WithoutLeadAsync()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        await portal.Data.InTenantAsync(here.Id, async d => d.Remove(await d.Memberships.SingleAsync(m => m.UserId == here.Lead.Id)));
        return here;
    }
}

public sealed class ScrutinyBodyTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task Post_BodyThenOfficer_IsOneWhenTheyAcceptUntilRemoved()
    {
        var admin = portal.ClientFor(await portal.Data.CreatePersonAsync(administrator: true));
        var name = TestData.Unique("Body");
        var form = await admin.GetPageAsync("/admin/bodies/new");
        var added = await form.SubmitAsync("main form", ("Name", name), ("ShortName", name));
        Assert.Equal(added.Location, (await form.SubmitAsync("main form", ("Name", name), ("ShortName", name))).Location);
        var email = $"{name}@tests.example";
        var officerForm = await admin.GetPageAsync($"{added.Location}/officers/new");

        var both = await Task.WhenAll(
            officerForm.SubmitAsync("main form", ("Name", "Officer"), ("Email", email)), officerForm.SubmitAsync("main form", ("Name", "Officer"), ("Email", email)));

        Assert.All(both, page => Assert.NotNull(page.Location));
        var link = Assert.Single(await portal.Data.MailToAsync(email)).Path;
        Assert.False(await portal.Data.OnPlatformAsync(d => d.LinkOfficers.AnyAsync(o => o.User!.Email == email)));
        await (await portal.ClientFor(null).GetPageAsync(link)).ShouldBeOk().SubmitAsync("main form", ("Name", "Officer"), ("Password", "three unrelated words"));
        var body = await admin.GetPageAsync(added.Location!);
        Assert.Single(body.Document.QuerySelectorAll("tbody tr"));
        var remove = body.Find("button[formaction$='/remove']").GetAttribute("formaction")!;
        Assert.Equal(added.Location, (await PostAsync(admin, body, remove)).Location);
        Assert.Equal(added.Location, (await PostAsync(admin, body, remove)).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(admin, body, remove.Replace("/remove", "/link", StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task Post_OfficerOfAGrant_IsOutAtTheNextRequest()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var officer = await portal.Data.CreateOfficerAsync(here, await portal.Data.CreatePlanAsync(here), GrantScope.LivePlan);
        var admin = portal.ClientFor(await portal.Data.CreatePersonAsync(administrator: true));
        var theirs = portal.ClientFor(officer.Person);
        Assert.Contains("Link officer", (await theirs.GetPageAsync("/account")).ShouldBeOk().Text, StringComparison.Ordinal);
        var body = await admin.GetPageAsync($"/admin/bodies/{officer.BodyId}");

        await PostAsync(admin, body, body.Find("button[formaction$='/remove']").GetAttribute("formaction")!);

        Assert.DoesNotContain("Link officer", (await theirs.GetPageAsync("/account")).ShouldBeOk().Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await theirs.GetPageAsync($"/{here.Slug}/plans")).Status);
    }

    [Fact]
    public async Task Post_Wrong_SaysHow()
    {
        var admin = portal.ClientFor(await portal.Data.CreatePersonAsync(administrator: true));
        var name = TestData.Unique("Body");
        await (await admin.GetPageAsync("/admin/bodies/new")).SubmitAsync("main form", ("Name", name), ("ShortName", name));
        var form = await admin.GetPageAsync("/admin/bodies/new");

        Assert.Equal(2, (await form.SubmitAsync("main form")).Errors.Count);
        Assert.Equal(2, (await form.SubmitAsync("main form", ("Name", new string('x', 201)), ("ShortName", new string('x', 61)))).Errors.Count);
        Assert.Contains("Another body", Assert.Single((await form.SubmitAsync("main form", ("Name", "x"), ("ShortName", name))).Errors), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetPageAsync($"/admin/bodies/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task Post_Stale_Is409KeepsWhatWasTyped()
    {
        var admin = portal.ClientFor(await portal.Data.CreatePersonAsync(administrator: true));
        var name = TestData.Unique("Body");
        var added = await (await admin.GetPageAsync("/admin/bodies/new")).SubmitAsync("main form", ("Name", name), ("ShortName", name));
        var form = await admin.GetPageAsync($"{added.Location}/edit");
        await form.SubmitAsync("main form", ("Name", "Theirs"));

        var stale = await form.SubmitAsync("main form", ("Name", "Mine"));

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal("Mine", stale.Find("#Name").GetAttribute("value"));
        Assert.NotNull((await stale.SubmitAsync("main form")).Location);
    }

    private static async Task<TestPage> PostAsync(HttpClient client, TestPage page, string path)
    {
        using var content = new FormUrlEncodedContent(
            [KeyValuePair.Create("__RequestVerificationToken", page.Find("input[name=__RequestVerificationToken]").GetAttribute("value")!)]);
        return await client.SendFormAsync(path, content);
    }
}
