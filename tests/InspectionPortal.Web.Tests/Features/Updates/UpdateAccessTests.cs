using System.Net;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Updates;

public sealed class UpdateAccessTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Write = "form.p-update";

    /// <summary>Each page, then its status for lead, contributor who holds the responsibility, chief officer and reader who hold none.</summary>
    [Theory]
    [InlineData("/updates/mine", 200, 200, 200, 403)]
    [InlineData("/projects/{project}/update", 200, 200, 403, 403)]
    [InlineData("/updates", 200, 403, 403, 403)]
    [InlineData("/updates/{update}/review", 200, 403, 403, 403)]
    [InlineData("/periods", 200, 200, 200, 200)]
    [InlineData("/periods/new", 200, 403, 403, 403)]
    [InlineData("/periods/{period}/close", 200, 403, 403, 403)]
    public async Task Get_EachRole_OnlyWhatTheRoleMay(string path, int lead, int contributor, int chief, int reader)
    {
        var (partnership, plan, update) = await MakeAsync();
        var address = Address(path, partnership, plan, update);
        foreach (var (role, status) in new[]
        {
            (PartnershipRole.PartnershipLead, lead), (PartnershipRole.Contributor, contributor), (PartnershipRole.ChiefOfficer, chief), (PartnershipRole.Reader, reader),
        })
        {
            Assert.Equal((role, status), (role, (int)(await portal.ClientFor(partnership.People[role]).GetPageAsync(address)).Status));
        }
    }

    [Theory]
    [InlineData("/projects/{project}/update")]
    [InlineData("/updates/{update}/accept")]
    [InlineData("/updates/{update}/send-back")]
    [InlineData("/periods/new")]
    [InlineData("/periods/{period}/close")]
    public async Task Post_RolesThatMayNot_ForbiddenAndNothingChanged(string path)
    {
        var (partnership, plan, update) = await MakeAsync();
        var roles = path.StartsWith("/projects", StringComparison.Ordinal)
            ? new[] { PartnershipRole.ChiefOfficer, PartnershipRole.Reader }
            : [PartnershipRole.Contributor, PartnershipRole.ChiefOfficer, PartnershipRole.Reader];
        var before = await AuditAsync(partnership);
        foreach (var role in roles)
        {
            var sent = await PostAsync(partnership.People[role], Address(path, partnership, plan, update), partnership, plan);
            Assert.Equal((role, HttpStatusCode.Forbidden), (role, sent.Status));
        }

        Assert.Equal(before, await AuditAsync(partnership));
    }

    [Theory]
    [InlineData(GrantScope.ApprovedReports)]
    [InlineData(GrantScope.LivePlan)]
    public async Task Any_LinkOfficer_NotFound(GrantScope scope)
    {
        var (partnership, plan, update) = await MakeAsync();
        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, scope);
        var paths = new[]
        {
            "/updates/mine", "/projects/{project}/update", "/updates", "/updates/{update}/review", "/periods", "/periods/new", "/periods/{period}/close",
        };
        foreach (var path in paths)
        {
            var got = await portal.ClientFor(officer.Person).GetPageAsync(Address(path, partnership, plan, update));
            Assert.True(HttpStatusCode.NotFound == got.Status, got.Html[..Math.Min(3000, got.Html.Length)]);
        }

        foreach (var path in new[] { "/projects/{project}/update", "/updates/{update}/accept", "/updates/{update}/send-back", "/periods/new", "/periods/{period}/close" })
        {
            var sent = await PostAsync(officer.Person, Address(path, partnership, plan, update), partnership, plan);
            Assert.True(HttpStatusCode.NotFound == sent.Status, sent.Html[..Math.Min(3000, sent.Html.Length)]);
        }
    }

    [Fact]
    public async Task Any_AnotherPartnershipsIds_NotFound()
    {
        var (partnership, plan, update) = await MakeAsync();
        var (_, theirs, theirUpdate) = await MakeAsync();
        var lead = portal.ClientFor(partnership.Lead);
        foreach (var path in new[]
        {
            $"/projects/{theirs.ProjectIds[0]}/update", $"/projects/{plan.ProjectIds[0]}/update?period={theirs.PeriodId}", $"/updates?period={theirs.PeriodId}",
            $"/updates/{theirUpdate}/review", $"/periods/{theirs.PeriodId}/close", $"/projects/{plan.ProjectIds[0]}/update?period=nonsense", "/updates?show=Nonsense",
        })
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await lead.GetPageAsync($"/{partnership.Slug}{path}")).Status));
        }

        foreach (var path in new[] { $"/projects/{theirs.ProjectIds[0]}/update", $"/updates/{theirUpdate}/accept", $"/updates/{theirUpdate}/send-back", $"/periods/{theirs.PeriodId}/close" })
        {
            var sent = await PostAsync(partnership.Lead, $"/{partnership.Slug}{path}", partnership, plan);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, sent.Status));
        }

        Assert.NotEqual(update, theirUpdate);
    }

    [Theory]
    [InlineData("Entries[0].AgencyId", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Entries[0].MeasureId", HttpStatusCode.UnprocessableEntity)]
    [InlineData("PeriodId", HttpStatusCode.NotFound)]
    public async Task Post_AnotherPartnershipsIdInAField_AsIfItDidNotExist(string field, HttpStatusCode status)
    {
        var (partnership, plan, _) = await MakeAsync();
        var (_, theirs, _) = await MakeAsync();
        var id = field switch
        {
            "PeriodId" => theirs.PeriodId,
            "Entries[0].AgencyId" => theirs.AgencyId,
            _ => theirs.MeasureIds[0],
        };
        var page = await portal.ClientFor(partnership.Contributor).GetPageAsync($"/{partnership.Slug}/projects/{plan.ProjectIds[1]}/update");

        var sent = await page.SubmitAsync(Write, ("Intent", "Submit"), ("Rag", "on-track"), ("Entries[0].Text", "Words"), (field, id.ToString()));
        var none = await page.SubmitAsync(Write, ("Intent", "Submit"), ("Rag", "on-track"), ("Entries[0].Text", "Words"), (field, Guid.NewGuid().ToString()));

        Assert.Equal((status, status), (sent.Status, none.Status));
        Assert.Equal(none.Errors, sent.Errors);
        Assert.DoesNotContain("canary", string.Join(' ', sent.Errors), StringComparison.Ordinal);
        Assert.Null(await portal.Data.ReadUpdateAsync(partnership, plan.ProjectIds[1]));
    }

    [Fact]
    public async Task Responsibility_EndedYesterday_Forbidden()
    {
        var (partnership, plan, _) = await MakeAsync();
        var client = portal.ClientFor(partnership.Contributor);
        var page = (await client.GetPageAsync($"/{partnership.Slug}/projects/{plan.ProjectIds[1]}/update")).ShouldBeOk();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("Europe/London")).DateTime);

        await portal.Data.EndResponsibilityAsync(partnership, plan, today);
        (await client.GetPageAsync($"/{partnership.Slug}/projects/{plan.ProjectIds[1]}/update")).ShouldBeOk();

        await portal.Data.EndResponsibilityAsync(partnership, plan, today.AddDays(-1));
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetPageAsync($"/{partnership.Slug}/projects/{plan.ProjectIds[1]}/update")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await page.SubmitAsync(Write, ("Intent", "SaveDraft"), ("Entries[0].Text", "Late words"))).Status);
        Assert.Null(await portal.Data.ReadUpdateAsync(partnership, plan.ProjectIds[1]));
        Assert.Contains("You have no responsibilities yet", (await client.GetPageAsync($"/{partnership.Slug}/updates/mine")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Responsibility_StartsTomorrow_Forbidden()
    {
        var (partnership, plan, _) = await MakeAsync();
        await portal.Data.InTenantAsync(
            partnership.Id, async d => (await d.ResponsibilityHolders.FirstAsync()).From = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(2));

        var page = await portal.ClientFor(partnership.Contributor).GetPageAsync($"/{partnership.Slug}/projects/{plan.ProjectIds[1]}/update");

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
    }

    [Fact]
    public async Task Responsibility_HeldByAChiefOfficer_MayWrite()
    {
        var (partnership, plan, _) = await MakeAsync();
        await portal.Data.HoldAsync(partnership, plan, partnership.Chief);
        var page = (await portal.ClientFor(partnership.Chief).GetPageAsync($"/{partnership.Slug}/projects/{plan.ProjectIds[1]}/update")).ShouldBeOk();

        var sent = await page.SubmitAsync(Write, ("Intent", "Submit"), ("Rag", "on-track"), ("Entries[0].Text", "Words"));

        Assert.Equal($"/{partnership.Slug}/updates/mine", sent.Location);
    }

    [Fact]
    public async Task Role_TakenAway_ForbiddenAtTheNextRequest()
    {
        var (partnership, plan, _) = await MakeAsync();
        var client = portal.ClientFor(partnership.Contributor);
        var page = await client.GetPageAsync($"/{partnership.Slug}/projects/{plan.ProjectIds[1]}/update");
        await portal.Data.InTenantAsync(partnership.Id, async d =>
        {
            var role = await d.Memberships.FirstAsync(m => m.UserId == partnership.Contributor.Id);
            return role.Role = PartnershipRole.Reader;
        });

        Assert.Equal(HttpStatusCode.Forbidden, (await page.SubmitAsync(Write, ("Intent", "SaveDraft"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetPageAsync($"/{partnership.Slug}/updates/mine")).Status);
    }

    private async Task<(TestPartnership Partnership, TestPlan Plan, Guid UpdateId)> MakeAsync()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(partnership);
        return (partnership, plan, await portal.Data.CreateUpdateAsync(partnership, plan, plan.ProjectIds[0], UpdateState.Submitted));
    }

    private Task<int> AuditAsync(TestPartnership partnership) => portal.Data.InTenantAsync(partnership.Id, d => d.AuditEntries.CountAsync());

    /// <summary>A post with a good antiforgery field, as from a page that the person could open.</summary>
    private async Task<TestPage> PostAsync(TestPerson person, string address, TestPartnership partnership, TestPlan plan)
    {
        var client = portal.ClientFor(person);
        var form = await client.GetPageAsync("/error/404");
        var token = form.Find("[name='__RequestVerificationToken']").GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["PeriodId"] = plan.PeriodId.ToString(),
            ["Intent"] = "Submit",
            ["Rag"] = "on-track",
            ["NoChange"] = "true",
            ["Status"] = "InProgress",
            ["Comment"] = $"No {partnership.Canary}",
            ["Id"] = Guid.NewGuid().ToString(),
            ["PlanId"] = plan.Id.ToString(),
            ["Title"] = "Q",
            ["From"] = "1 October 2020",
            ["To"] = "31 December 2020",
            ["OpensOn"] = "1 January 2021",
            ["DueOn"] = "30 January 2021",
        });
        return await client.SendFormAsync(address, content);
    }

    private static string Address(string path, TestPartnership partnership, TestPlan plan, Guid update) =>
        $"/{partnership.Slug}" + path.Replace("{project}", plan.ProjectIds[0].ToString(), StringComparison.Ordinal)
            .Replace("{update}", update.ToString(), StringComparison.Ordinal).Replace("{period}", plan.PeriodId.ToString(), StringComparison.Ordinal);
}
