using System.Net;
using InspectionPortal.Domain.People;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.People;

public sealed class MemberTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task ChangeMemberRoles_Post_TakesARoleAwayAtTheNextRequest()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var (lead, chief) = (portal.ClientFor(here.Lead), portal.ClientFor(here.Chief));
        (await chief.GetPageAsync($"/{here.Slug}/audit")).ShouldBeOk();
        var form = await lead.GetPageAsync($"/{here.Slug}/people/{here.Chief.Id}/roles");

        var page = await form.SubmitAsync("main form", ("Roles", "Reader"), ("Roles", "Contributor"));

        Assert.Equal($"/{here.Slug}/people/{here.Chief.Id}", page.Location);
        Assert.Equal(HttpStatusCode.Forbidden, (await chief.GetPageAsync($"/{here.Slug}/audit")).Status);
        Assert.Equal(page.Location, (await form.SubmitAsync("main form", ("Roles", "Reader"), ("Roles", "Contributor"))).Location);
        Assert.Equal(2, await portal.Data.InTenantAsync(here.Id, d => d.Memberships.CountAsync(m => m.UserId == here.Chief.Id)));
    }

    [Theory]
    [InlineData(true, "/account/reset-password")]
    [InlineData(false, "/account/invitation")]
    public async Task SendLink_ToAMember_GoesToTheirMailboxAndNotToThePage(bool isConfirmed, string opens)
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var member = await portal.Data.CreatePersonAsync(isConfirmed ? "three unrelated words" : null);
        await portal.Data.OnPlatformAsync(async database =>
            (await database.Users.SingleAsync(u => u.Id == member.Id)).EmailConfirmed = isConfirmed);
        await portal.Data.InTenantAsync(here.Id, database =>
        {
            database.Add(new Membership { UserId = member.Id, Role = PartnershipRole.Reader });
            return Task.FromResult(true);
        });
        var lead = portal.ClientFor(here.Lead);

        var sent = await (await lead.GetPageAsync($"/{here.Slug}/people/{member.Id}")).SubmitAsync($"form[action$='{member.Id}/link']");
        var page = await lead.FollowAsync(sent);

        var path = (await portal.Data.LastMailToAsync(member.Email)).Path;
        Assert.StartsWith(opens, path, StringComparison.Ordinal);
        Assert.DoesNotContain(path[opens.Length..], page.ShouldBeOk().Html, StringComparison.Ordinal);
        (await portal.ClientFor(null).GetPageAsync(path)).ShouldBeOk();
    }

    [Fact]
    public async Task ChangeMemberRoles_Stale_Is409KeepsWhatWasTypedAndCanBeSavedAgain()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var form = await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/people/{here.Chief.Id}/roles");
        await form.SubmitAsync("main form", ("Capacity", "Post they typed"));

        var stale = await form.SubmitAsync("main form", ("Roles", "ChiefOfficer"), ("Capacity", "Post I typed"));

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal("Post I typed", stale.Find("#Capacity").GetAttribute("value"));
        Assert.NotNull((await stale.SubmitAsync("main form")).Location);
        Assert.Equal("Post I typed", await portal.Data.InTenantAsync(here.Id, d => d.Memberships.Where(m => m.UserId == here.Chief.Id).Select(m => m.Capacity).SingleAsync()));
    }

    [Fact]
    public async Task LastLead_RoleOrMembership_CannotBeTakenAway()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var client = portal.ClientFor(here.Lead);

        var roles = await (await client.GetPageAsync($"/{here.Slug}/people/{here.Lead.Id}/roles")).SubmitAsync("main form", ("Roles", "Reader"));
        var removed = await (await client.GetPageAsync($"/{here.Slug}/people/{here.Lead.Id}/remove")).SubmitAsync("main form");

        Assert.Contains("the only partnership lead", Assert.Single(roles.Errors), StringComparison.Ordinal);
        Assert.Contains("the only partnership lead", Assert.Single(removed.Errors), StringComparison.Ordinal);
        (await client.GetPageAsync($"/{here.Slug}/people")).ShouldBeOk();
    }

    [Fact]
    public async Task LastLead_TwoRemoveEachOtherAtOnce_OneStays()
    {
        for (var i = 0; i < 4; i++)
        {
            var here = await portal.Data.CreatePartnershipAsync();
            await portal.Data.InTenantAsync(here.Id, d =>
            {
                d.Add(new Membership { UserId = here.Reader.Id, Role = PartnershipRole.PartnershipLead });
                return Task.FromResult(true);
            });
            var first = await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/people/{here.Reader.Id}/remove");
            var second = await portal.ClientFor(here.Reader).GetPageAsync($"/{here.Slug}/people/{here.Lead.Id}/remove");

            var pages = await Task.WhenAll(first.SubmitAsync("main form"), second.SubmitAsync("main form"));

            Assert.All(pages, p => Assert.True((int)p.Status < 500));
            Assert.Equal(1, await portal.Data.InTenantAsync(here.Id, d => d.Memberships.CountAsync(m => m.Role == PartnershipRole.PartnershipLead)));
        }
    }

    [Fact]
    public async Task RemoveMember_Post_EndsAccessAndWhatTheyHeld()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        await portal.Data.CreatePlanAsync(here);
        var (lead, theirs) = (portal.ClientFor(here.Lead), portal.ClientFor(here.Contributor));
        var form = await lead.GetPageAsync($"/{here.Slug}/people/{here.Contributor.Id}/remove");
        Assert.Contains($"Post {here.Canary}", form.Text, StringComparison.Ordinal);

        Assert.Equal($"/{here.Slug}/people", (await form.SubmitAsync("main form")).Location);

        Assert.Equal(HttpStatusCode.NotFound, (await theirs.GetPageAsync($"/{here.Slug}/plans")).Status);
        Assert.DoesNotContain(here.Slug, (await theirs.GetPageAsync("/account")).ShouldBeOk().Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await form.SubmitAsync("main form")).Status);
        var holding = await portal.Data.InTenantAsync(here.Id, d => d.ResponsibilityHolders.SingleAsync());
        Assert.True(holding.Until < DateOnly.FromDateTime(DateTime.Today.AddDays(1)));
        Assert.Contains("No one assigned", (await lead.GetPageAsync($"/{here.Slug}/people/responsibilities")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_AnotherPartnershipsPerson_Is404()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var there = await portal.Data.CreatePartnershipAsync();
        var client = portal.ClientFor(here.Lead);
        var token = (await client.GetPageAsync($"/{here.Slug}/people/invite")).Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        foreach (var path in new[] { "", "/roles", "/remove" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/{here.Slug}/people/{there.Reader.Id}{path}")).Status);
        }

        foreach (var path in new[] { "/roles", "/remove", "/link" })
        {
            using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("Roles", "Reader")]);
            Assert.Equal(HttpStatusCode.NotFound, (await client.SendFormAsync($"/{here.Slug}/people/{there.Reader.Id}{path}", content)).Status);
        }
    }

    [Fact]
    public async Task ListMembers_Get_UsesFewCommands()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        await portal.Data.CreatePlanAsync(here, projects: 10);
        var client = portal.ClientFor(here.Lead);
        foreach (var path in new[] { "", "/responsibilities", "/agencies", $"/{here.Contributor.Id}", "/invite" })
        {
            portal.Host.Commands.Reset();
            (await client.GetPageAsync($"/{here.Slug}/people{path}")).ShouldBeOk();
            Assert.True(portal.Host.Commands.Texts.Count <= 8, path);
        }
    }
}
