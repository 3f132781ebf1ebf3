using System.Net;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Scrutiny;

/// <summary>Giving and revoking access, and the log of what was read.</summary>
public sealed class ScrutinyAccessTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Post_Give_OpensThePartnership_AndRevokeClosesItAtTheNextRequest()
    {
        var (partnership, _) = await MadeAsync();
        var (elsewhere, elsewherePlan) = await MadeAsync();
        var officer = await portal.Data.CreateOfficerAsync(elsewhere, elsewherePlan, GrantScope.LivePlan);
        var (lead, reader) = (portal.ClientFor(partnership.Lead), portal.ClientFor(officer.Person));
        var evidence = $"/{partnership.Slug}/evidence";
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetPageAsync(evidence)).Status);

        var form = (await lead.GetPageAsync($"/{partnership.Slug}/people/scrutiny/new")).ShouldBeOk();
        var given = await form.SubmitAsync("main form", ("BodyId", officer.BodyId.ToString()), ("Scope", "LivePlan"));
        var again = await form.SubmitAsync("main form", ("BodyId", officer.BodyId.ToString()), ("Scope", "LivePlan"));
        Assert.Equal($"/{partnership.Slug}/people/scrutiny", given.Location);
        Assert.Equal(given.Location, again.Location);
        (await reader.GetPageAsync(evidence)).ShouldBeOk();

        var list = (await lead.GetPageAsync(given.Location!)).ShouldBeOk();
        Assert.Single(list.Document.QuerySelectorAll("form[action$='/revoke']"));
        Assert.Contains("until you revoke it", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Never", list.Text, StringComparison.Ordinal);
        Assert.Equal(given.Location, (await list.SubmitAsync("form[action$='/revoke']")).Location);
        Assert.Equal(given.Location, (await list.SubmitAsync("form[action$='/revoke']")).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetPageAsync(evidence)).Status);
        Assert.Contains("revoked by", (await lead.GetPageAsync(given.Location!)).Text, StringComparison.Ordinal);
        var logged = await portal.Data.InTenantAsync(
            partnership.Id, database => database.SecurityEvents
                .Where(e => e.ByUserId == partnership.Lead.Id).OrderBy(e => e.At).ThenBy(e => e.Id).Select(e => e.Kind).ToListAsync());
        Assert.Equal([SecurityEventKind.AccessGranted, SecurityEventKind.AccessRevoked], logged);
    }

    [Fact]
    public async Task Get_UnderAGrantThatExpiredOrHasNotBegun_IsNotThere()
    {
        var (partnership, plan) = await MadeAsync();
        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan);
        var reader = portal.ClientFor(officer.Person);
        (await reader.GetPageAsync($"/{partnership.Slug}/evidence")).ShouldBeOk();
        foreach (var (from, until) in new[] { (-2, -1), (1, 2) })
        {
            await portal.Data.InTenantAsync(partnership.Id, async database =>
            {
                var grant = await database.ScrutinyGrants.FirstAsync();
                (grant.From, grant.Until) = (DateTimeOffset.UtcNow.AddDays(from), DateTimeOffset.UtcNow.AddDays(until));
                return true;
            });

            Assert.Equal(HttpStatusCode.NotFound, (await reader.GetPageAsync($"/{partnership.Slug}/evidence")).Status);
            Assert.DoesNotContain(partnership.Name, (await reader.GetPageAsync("/inspect")).ShouldBeOk().Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Post_Give_UntilADay_LastsToItsEndInThePartnershipsZone()
    {
        var (partnership, plan) = await MadeAsync();
        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan);
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            (await database.ScrutinyGrants.FirstAsync()).RevokedAt = DateTimeOffset.UtcNow;
            return true;
        });
        var lead = portal.ClientFor(partnership.Lead);
        var form = await lead.GetPageAsync($"/{partnership.Slug}/people/scrutiny/new");
        var year = DateTime.UtcNow.Year + 1;

        await form.SubmitAsync("main form", ("BodyId", officer.BodyId.ToString()), ("Scope", "ApprovedReports"), ("Until", $"30 June {year}"));

        var grant = await portal.Data.InTenantAsync(partnership.Id, database => database.ScrutinyGrants.SingleAsync(g => g.RevokedAt == null));
        Assert.Equal(new DateTimeOffset(year, 6, 30, 23, 0, 0, TimeSpan.Zero), grant.Until);
        Assert.Contains($"until 30 June {year}", (await lead.GetPageAsync($"/{partnership.Slug}/people/scrutiny")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 January 2020", "Enter a date from today")]
    [InlineData("1 January 3020", "Enter a date from today")]
    [InlineData("31 February 2030", "Choose or enter a value")]
    public async Task Post_Give_WithAWrongDay_KeepsWhatWasTyped(string until, string message)
    {
        var (partnership, plan) = await MadeAsync();
        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan);
        var (other, _) = await MadeAsync();
        _ = plan;
        var form = await portal.ClientFor(other.Lead).GetPageAsync($"/{other.Slug}/people/scrutiny/new");

        var sent = await form.SubmitAsync("main form", ("BodyId", officer.BodyId.ToString()), ("Scope", "LivePlan"), ("Until", until));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.Contains(message, string.Join(' ', sent.Errors), StringComparison.Ordinal);
        Assert.Equal(until, sent.Find("#Until").GetAttribute("value"));
        Assert.Equal(0, await portal.Data.InTenantAsync(other.Id, database => database.ScrutinyGrants.CountAsync()));
    }

    [Fact]
    public async Task Post_Give_ToNothingOrAnotherTenantsPlan_IsRefused()
    {
        var (here, _) = await MadeAsync();
        var (there, therePlan) = await MadeAsync();
        var officer = await portal.Data.CreateOfficerAsync(there, therePlan, GrantScope.LivePlan);
        var form = await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/people/scrutiny/new");

        var nothing = await form.SubmitAsync("main form", ("BodyId", null), ("PlanId", null), ("Scope", null));
        var another = await form.SubmitAsync("main form", ("BodyId", officer.BodyId.ToString()), ("PlanId", therePlan.Id.ToString()), ("Scope", "LivePlan"));
        var noBody = await form.SubmitAsync("main form", ("BodyId", Guid.NewGuid().ToString()), ("Scope", "LivePlan"));

        Assert.Equal(["Choose a scrutiny body", "Choose a plan", "Choose what they can read"], nothing.Errors);
        Assert.Equal(["Choose a plan from the list"], another.Errors);
        Assert.Equal(["Choose a scrutiny body from the list"], noBody.Errors);
    }

    [Fact]
    public async Task Post_Give_ToABodyThatHasAccess_IsRefused()
    {
        var (partnership, plan) = await MadeAsync();
        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.ApprovedReports);
        var form = await portal.ClientFor(partnership.Lead).GetPageAsync($"/{partnership.Slug}/people/scrutiny/new");

        var sent = await form.SubmitAsync("main form", ("BodyId", officer.BodyId.ToString()), ("Scope", "LivePlan"));

        Assert.Contains("can already read this plan", Assert.Single(sent.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Give_ToABodyOneOfWhoseOfficersIsAMember_IsRefused()
    {
        var (partnership, _) = await MadeAsync();
        var (elsewhere, elsewherePlan) = await MadeAsync();
        var officer = await portal.Data.CreateOfficerAsync(elsewhere, elsewherePlan, GrantScope.LivePlan);
        await MakeMemberAsync(partnership, officer.Person);
        var form = await portal.ClientFor(partnership.Lead).GetPageAsync($"/{partnership.Slug}/people/scrutiny/new");

        var sent = await form.SubmitAsync("main form", ("BodyId", officer.BodyId.ToString()), ("Scope", "LivePlan"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.Contains("No one can be both", Assert.Single(sent.Errors), StringComparison.Ordinal);
        Assert.Equal(0, await portal.Data.InTenantAsync(partnership.Id, database => database.ScrutinyGrants.CountAsync()));
    }

    [Fact]
    public async Task Get_AsSomeoneWhoIsBothAllTheSame_IsAsAMember()
    {
        var (partnership, plan) = await MadeAsync();
        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan);
        await MakeMemberAsync(partnership, officer.Person);
        await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "Not released", released: false);
        var client = portal.ClientFor(officer.Person);

        Assert.Contains("Not released", (await client.GetPageAsync($"/{partnership.Slug}/evidence")).ShouldBeOk().Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Live plan and reports", (await client.GetPageAsync("/inspect")).ShouldBeOk().Text, StringComparison.Ordinal);
        Assert.Equal(0, await portal.Data.InTenantAsync(partnership.Id, database => database.AccessEntries.CountAsync()));
    }

    [Fact]
    public async Task Post_Revoke_OfAnotherTenantsGrant_IsNotThere()
    {
        var (here, herePlan) = await MadeAsync();
        var (there, therePlan) = await MadeAsync();
        await portal.Data.CreateOfficerAsync(here, herePlan, GrantScope.LivePlan);
        var theirs = await portal.Data.CreateOfficerAsync(there, therePlan, GrantScope.LivePlan);
        var client = portal.ClientFor(here.Lead);
        var list = await client.GetPageAsync($"/{here.Slug}/people/scrutiny");
        using var content = new FormUrlEncodedContent(
            [KeyValuePair.Create("__RequestVerificationToken", list.Find("main form input[name=__RequestVerificationToken]").GetAttribute("value")!)]);

        var sent = await client.SendFormAsync($"/{here.Slug}/people/scrutiny/grants/{theirs.GrantId}/revoke", content);

        Assert.Equal(HttpStatusCode.NotFound, sent.Status);
        Assert.Null((await portal.Data.InTenantAsync(there.Id, database => database.ScrutinyGrants.SingleAsync())).RevokedAt);
    }

    [Fact]
    public async Task Get_ScrutinyPages_AreTheLeadsAlone()
    {
        var (partnership, plan) = await MadeAsync();
        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan);
        foreach (var path in new[] { "people/scrutiny", "people/scrutiny/new", "people/access-log" })
        {
            Assert.Equal(HttpStatusCode.OK, (await portal.ClientFor(partnership.Lead).GetPageAsync($"/{partnership.Slug}/{path}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(officer.Person).GetPageAsync($"/{partnership.Slug}/{path}")).Status);
            foreach (var person in new[] { partnership.Contributor, partnership.Chief, partnership.Reader })
            {
                Assert.Equal(HttpStatusCode.Forbidden, (await portal.ClientFor(person).GetPageAsync($"/{partnership.Slug}/{path}")).Status);
            }
        }
    }

    [Fact]
    public async Task Get_AccessLog_ShowsTheNewestFirst_ByOfficer_InThePartnershipsZone_InPages()
    {
        var partnership = await portal.Data.CreatePartnershipAsync(p => p.TimeZone = "America/New_York");
        var plan = await portal.Data.CreatePlanAsync(partnership);
        var first = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan);
        var second = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan);
        var lead = portal.ClientFor(partnership.Lead);
        var log = $"/{partnership.Slug}/people/access-log";
        Assert.Contains("No one outside the partnership has read anything yet", (await lead.GetPageAsync(log)).ShouldBeOk().Text, StringComparison.Ordinal);
        await portal.Data.InTenantAsync(partnership.Id, database =>
        {
            for (var i = 0; i < 60; i++)
            {
                database.Add(new AccessEntry
                {
                    UserId = i == 0 ? second.Person.Id : first.Person.Id,
                    BodyName = "Body",
                    Query = "Q",
                    What = $"Read no. {i:D2}",
                    Path = "/",
                    At = new DateTimeOffset(2026, 1, 15, 2, 0, 0, TimeSpan.Zero).AddMinutes(i),
                });
            }

            return Task.FromResult(true);
        });

        var newest = (await lead.GetPageAsync(log)).ShouldBeOk();
        Assert.Equal(50, newest.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Read no. 59", newest.Find("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Contains("14 January 2026 at 21:59", newest.Find("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Equal(10, (await lead.GetPageAsync($"{log}?page=2")).Document.QuerySelectorAll("tbody tr").Length);
        var bySecond = await lead.GetPageAsync($"{log}?officer={second.Person.Id}");
        Assert.Contains("Read no. 00", Assert.Single(bySecond.Document.QuerySelectorAll("tbody tr")).TextContent, StringComparison.Ordinal);
    }

    private Task<bool> MakeMemberAsync(TestPartnership partnership, TestPerson person) => portal.Data.InTenantAsync(partnership.Id, database =>
    {
        database.Add(new Membership { UserId = person.Id, Role = PartnershipRole.Reader });
        return Task.FromResult(true);
    });

    private async Task<(TestPartnership Partnership, TestPlan Plan)> MadeAsync()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        return (partnership, await portal.Data.CreatePlanAsync(partnership));
    }
}
