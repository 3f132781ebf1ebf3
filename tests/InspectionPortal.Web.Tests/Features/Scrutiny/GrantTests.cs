using System.Net;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Domain.Text;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Scrutiny;

/// <summary>Access that is given to some officers, to an inspection's plans, from a day on, and for longer.</summary>
public sealed class GrantTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static DateOnly Today => DateFormat.LocalDay(DateTimeOffset.UtcNow, "Europe/London");

    [Fact]
    public async Task Post_Grant_ToNamedOfficers_LetsInThoseAndNoOther()
    {
        var (here, plan, officer) = await MakeAsync();
        var (first, second) = (await AddOfficerAsync(officer.BodyId), await AddOfficerAsync(officer.BodyId));

        var sent = await GrantAsync(here, ("BodyId", $"{officer.BodyId}"), ("PlanId", $"{plan.Id}"), ("Scope", "LivePlan"),
            ("Officers", $"{first.Email}\n{second.Email.ToUpperInvariant()}"));

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Equal(HttpStatusCode.OK, (await portal.ClientFor(first).GetPageAsync($"/{here.Slug}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await portal.ClientFor(second).GetPageAsync($"/{here.Slug}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(officer.Person).GetPageAsync($"/{here.Slug}")).Status);
        var list = await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/people/scrutiny");
        Assert.Contains($"only {first.Email.Split('@')[0]}, link officer", list.Text, StringComparison.Ordinal);
        Assert.Single(await portal.Data.MailToAsync(first.Email));
        Assert.Empty(await portal.Data.MailToAsync(officer.Person.Email));
    }

    [Fact]
    public async Task Post_Grant_ToSomebodyElse_NamesTheAddressAndGivesNothing()
    {
        var (here, plan, officer) = await MakeAsync();

        var sent = await GrantAsync(here, ("BodyId", $"{officer.BodyId}"), ("PlanId", $"{plan.Id}"), ("Scope", "LivePlan"),
            ("Officers", "nobody@tests.example"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.Contains("nobody@tests.example is not a link officer of", Assert.Single(sent.Errors), StringComparison.Ordinal);
        Assert.Equal(0, await portal.Data.InTenantAsync(here.Id, d => d.ScrutinyGrants.CountAsync()));
    }

    [Fact]
    public async Task Post_Grant_ToAnInspection_OpensEachPlanThatAnswersIt()
    {
        var (here, plan, officer) = await MakeAsync();
        var second = await portal.Data.CreatePlanAsync(here);
        var other = await portal.Data.CreatePlanAsync(here);
        await portal.Data.InTenantAsync(here.Id, database => Task.FromResult(database.Add(
            new InspectionPortal.Domain.Plans.PlanInspection { PlanId = second.Id, InspectionId = plan.InspectionId })));

        var sent = await GrantAsync(here, ("BodyId", $"{officer.BodyId}"), ("PlanId", $"{plan.InspectionId}"),
            ("Scope", "ApprovedReports"));

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        var opened = await portal.Data.InTenantAsync(here.Id, d => d.ScrutinyGrants.Select(g => g.PlanId).ToListAsync());
        Assert.Equal(new[] { plan.Id, second.Id }.Order(), opened.Order());
        Assert.DoesNotContain(other.Id, opened);
        Assert.Single(await portal.Data.MailToAsync(officer.Person.Email));
    }

    [Fact]
    public async Task Post_Grant_FromADayToCome_OpensNothingBeforeIt()
    {
        var (here, plan, officer) = await MakeAsync();

        await GrantAsync(
            here, ("BodyId", $"{officer.BodyId}"), ("PlanId", $"{plan.Id}"), ("Scope", "LivePlan"),
                ("From", DateFormat.Full(Today.AddDays(3))), ("Until", DateFormat.Full(Today.AddDays(30))));

        Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(officer.Person).GetPageAsync($"/{here.Slug}")).Status);
        Assert.Contains("not open yet", (await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/people/scrutiny")).Text,
            StringComparison.Ordinal);
        Assert.Contains($"from {DateFormat.Full(Today.AddDays(3))} until the end of", Assert.Single(await portal.Data.MailToAsync(
            officer.Person.Email)).Text, StringComparison.Ordinal);
        var wrong = await GrantAsync(
            here, ("BodyId", $"{officer.BodyId}"), ("PlanId", $"{plan.Id}"), ("Scope", "LivePlan"),
                ("From", DateFormat.Full(Today.AddDays(-1))));
        Assert.NotEmpty(wrong.Errors);
    }

    [Fact]
    public async Task Post_Renew_OpenAccess_LastsLongerAndIsWarnedOfAgain()
    {
        var (here, plan, officer) = await MakeAsync();
        await GrantAsync(here, ("BodyId", $"{officer.BodyId}"), ("PlanId", $"{plan.Id}"), ("Scope", "LivePlan"),
            ("Until", DateFormat.Full(Today.AddDays(5))));
        await portal.Data.InTenantAsync(here.Id, async d => (await d.ScrutinyGrants.SingleAsync()).ExpiryToldAt = DateTimeOffset.UtcNow);
        var lead = portal.ClientFor(here.Lead);
        var list = (await lead.GetPageAsync($"/{here.Slug}/people/scrutiny")).ShouldBeOk();
        Assert.Contains("ends soon", list.Text, StringComparison.Ordinal);
        var form = (await lead.GetPageAsync(list.Find("a[href$='/renew']").GetAttribute("href")!)).ShouldBeOk();

        var sent = await form.SubmitAsync("main form", ("Until", DateFormat.Full(Today.AddDays(60))));

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        var grant = await portal.Data.InTenantAsync(here.Id, d => d.ScrutinyGrants.AsNoTracking().SingleAsync());
        Assert.Equal(Today.AddDays(60), DateFormat.LocalDay(grant.Until!.Value.AddTicks(-1), "Europe/London"));
        Assert.Null(grant.ExpiryToldAt);
        Assert.Contains(await portal.Data.MailToAsync(officer.Person.Email), m => m.Subject == $"{here.Name}: your access was renewed");
    }

    [Fact]
    public async Task Get_Grant_StartsWithWhatTheSettingsSay()
    {
        var (here, _, _) = await MakeAsync();
        var lead = portal.ClientFor(here.Lead);
        Assert.True((await lead.GetPageAsync($"/{here.Slug}/people/scrutiny/new")).Find("input[value=ApprovedReports]").HasAttribute(
            "checked"));
        var form = (await lead.GetPageAsync($"/{here.Slug}/settings/access")).ShouldBeOk();

        await form.SubmitAsync("main form", ("Scope", nameof(GrantScope.LivePlan)));

        Assert.True((await lead.GetPageAsync($"/{here.Slug}/people/scrutiny/new")).Find("input[value=LivePlan]").HasAttribute("checked"));
        Assert.Contains("Approved reports and the live plan", (await lead.GetPageAsync($"/{here.Slug}/settings")).Text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, 86)]
    [InlineData(14, 0)]
    [InlineData(10, 5)]
    [InlineData(2, 1)]
    public void ExpiryNotice_AccessOfSoManyDays_ComesAfter(int days, int after)
    {
        var start = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(start.AddDays(after), new ScrutinyGrant { From = start, Until = start.AddDays(days) }.ExpiryNoticeAt);
    }

    private async Task<(TestPartnership Here, TestPlan Plan, TestOfficer Officer)> MakeAsync()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here);
        var officer = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.ApprovedReports);
        await portal.Data.InTenantAsync(here.Id, async d => d.Remove(await d.ScrutinyGrants.SingleAsync()));
        return (here, plan, officer);
    }

    private async Task<TestPerson> AddOfficerAsync(Guid body)
    {
        var person = await portal.Data.CreatePersonAsync();
        await portal.Data.OnPlatformAsync(async database =>
        {
            database.Add(new LinkOfficer { BodyId = body, UserId = person.Id });
            return await database.SaveChangesAsync();
        });
        return person;
    }

    private async Task<TestPage> GrantAsync(TestPartnership here, params (string Name, string? Value)[] fields)
    {
        var form = (await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/people/scrutiny/new")).ShouldBeOk();
        return await form.SubmitAsync("main form", fields);
    }
}
