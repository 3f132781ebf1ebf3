using System.Net;
using InspectionPortal.Domain.Auditing;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Testing;
using InspectionPortal.Web.Data.Auditing;

namespace InspectionPortal.Web.Tests.Features.Audit;

public sealed class ListAuditEntriesTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Get_AfterAChange_SaysWhoAndFromWhatToWhat()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here);
        var client = portal.ClientFor(here.Lead);
        await (await client.GetPageAsync($"/{here.Slug}/people/responsibilities/{plan.ResponsibilityId}")).SubmitAsync("form.p-form", ("Name", "New name"), ("AgencyId", ""));

        var page = (await client.GetPageAsync($"/{here.Slug}/audit?kind=LeadResponsibility&person={here.Lead.Id}")).ShouldBeOk();

        var row = Assert.Single(page.Document.QuerySelectorAll("tbody tr"));
        Assert.Contains("Changed responsibility", row.TextContent, StringComparison.Ordinal);
        Assert.Contains($"Post {here.Canary}", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("New name", row.TextContent, StringComparison.Ordinal);
        Assert.Contains($"Agency {here.Canary}", row.TextContent, StringComparison.Ordinal);
        Assert.Contains(here.Lead.Email.Split('@')[0], row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ManyEntries_PagesByFiftyWithFewCommands()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        await portal.Data.CreatePlanAsync(here, projects: 12);
        var client = portal.ClientFor(here.Chief);
        portal.Host.Commands.Reset();

        var first = (await client.GetPageAsync($"/{here.Slug}/audit")).ShouldBeOk();

        Assert.True(portal.Host.Commands.Texts.Count <= 8);
        Assert.Equal(50, first.Document.QuerySelectorAll("table > tbody > tr").Length);
        Assert.Contains("Page 1 of", first.Text, StringComparison.Ordinal);
        var second = (await client.GetPageAsync(first.Find("a[rel=next]").GetAttribute("href")!)).ShouldBeOk();
        Assert.Contains("Page 2 of", second.Text, StringComparison.Ordinal);
        (await client.GetPageAsync($"/{here.Slug}/audit?page=99999")).ShouldBeOk();
    }

    [Theory]
    [InlineData("page=-1")]
    [InlineData("page=banana&person=banana")]
    [InlineData("kind=%3Cscript%3E")]
    public async Task Get_OddAddress_IsStillAPage(string query)
    {
        var here = await portal.Data.CreatePartnershipAsync();

        var page = (await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/audit?{query}")).ShouldBeOk();

        Assert.DoesNotContain("<script>", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AnotherPartnership_ShowsNothingOfIt()
    {
        var (here, there) = (await portal.Data.CreatePartnershipAsync(), await portal.Data.CreatePartnershipAsync());
        await portal.Data.CreatePlanAsync(there);

        Assert.DoesNotContain(there.Canary, (await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/audit")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(there.Canary, (await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/audit?person={there.Lead.Id}")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ByRole_IsForLeadsAndChiefOfficers()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        foreach (var (role, person) in here.People)
        {
            var expected = role is PartnershipRole.PartnershipLead or PartnershipRole.ChiefOfficer ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
            Assert.Equal(expected, (await portal.ClientFor(person).GetPageAsync($"/{here.Slug}/audit")).Status);
        }
    }

    [Fact]
    public void Changes_OfEveryKind_AreWords()
    {
        var (project, zone) = (Guid.NewGuid(), TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));
        var reading = new AuditReading(new Dictionary<Guid, string> { [project] = "1.1 Project" }, zone);
        var json = $$$"""
            {"Status": {"before": "NotStarted", "after": "InProgress"}, "ProjectId": {"after": "{{{project}}}"}, "PlanId": {"after": "{{{Guid.NewGuid()}}}"},
             "PasswordHash": "changed", "Deadline": {"before": "{\"text\":\"Aug17\",\"kind\":\"month\"}", "after": "{\"text\":\"\",\"kind\":\"none\"}"},
             "At": {"after": "2026-07-01T12:00:00+00:00"}, "Published": {"after": "2019-09-03"}, "NoChange": {"before": false, "after": true},
             "IsLead": {"after": false}, "KeyOutcomes": {"after": ["a", "b"]}, "Number": {"after": 3}, "TenantId": {"after": 4}, "Title": {"before": "x"}}
            """;

        var changes = AuditText.Changes(json, reading).Select(c => $"{c.Field}: {c.Before} > {c.After}");

        Assert.Equal(
            [
                "Status: Not started > In progress", "Project:  > 1.1 Project", "Plan:  > an item that was removed", "Password:  > changed",
                "Deadline: Aug17 > ", "At:  > 1 July 2026 at 13:00", "Published:  > 3 September 2019", "No change since last quarter: no > yes",
                "Key outcomes:  > a; b", "Number:  > 3", "Title: x > ",
            ],
            changes, StringComparer.Ordinal);
        Assert.Equal("Changed project lead", AuditText.Action(AuditAction.Changed, nameof(ProjectLead)));
        Assert.Equal("member’s roles", AuditText.Kind(nameof(Membership)));
    }
}
