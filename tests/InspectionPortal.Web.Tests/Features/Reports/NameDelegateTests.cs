using System.Net;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Testing;
using InspectionPortal.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Reports;

/// <summary>Who can be named as the delegate of a chief officer, by whom, and what ends it.</summary>
public sealed class NameDelegateTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly DateOnly Today = DateFormat.LocalDay(DateTimeOffset.UtcNow, "Europe/London");

    [Fact]
    public async Task Post_Member_IsNamedOnceAndEveryoneConcernedIsTold()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var form = await FormAsync(here);

        var saved = await SendAsync(form, here.Reader, 0, 7);
        await SendAsync(form, here.Reader, 0, 7);

        Assert.Equal($"/{here.Slug}/reports/delegates", saved.Location);
        var row = Assert.Single(await portal.Data.InTenantAsync(here.Id, d => d.ApprovalDelegations.ToListAsync()));
        Assert.Equal((here.Chief.Id, here.Reader.Id, Today, Today.AddDays(7)), (row.OfficerUserId, row.DelegateUserId, row.From, row.Until));
        foreach (var reader in new[] { here.Lead, here.Chief, here.Reader })
        {
            var mail = Assert.Single(await portal.Data.MailToAsync(reader.Email));
            Assert.Contains($"{NameOf(here.Reader)} decides on reports for {NameOf(here.Chief)}", mail.Subject, StringComparison.Ordinal);
            Assert.Contains($"to {DateFormat.Full(row.Until)}", mail.Text, StringComparison.Ordinal);
        }

        Assert.Equal(1, await portal.Data.OnPlatformAsync(d => d.SecurityEvents.CountAsync(
            e => e.PartnershipId == here.Id && e.Kind == SecurityEventKind.ApprovalDelegated)));
        Assert.Contains("Decides for you now", (await FormAsync(here)).Text, StringComparison.Ordinal);
        var people = (await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/people")).Text;
        Assert.Contains($"{NameOf(here.Reader)} decides on reports for them from {DateFormat.Full(Today)} to ", people, StringComparison.Ordinal);
        Assert.Contains($"Decides on reports for {NameOf(here.Chief)} from ", people, StringComparison.Ordinal);
        var member = await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/people/{here.Reader.Id}");
        Assert.Contains($"Decides on reports for {NameOf(here.Chief)} from ", member.Text, StringComparison.Ordinal);
        var audit = await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/audit");
        Assert.Contains("delegate of a chief officer", audit.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, 1, "First day must be today or later")]
    [InlineData(2, 1, "Last day must be the same as or after the first day")]
    [InlineData(0, 184, "Choose 184 days or fewer")]
    public async Task Post_WrongDays_IsRefused(int from, int until, string message)
    {
        var here = await portal.Data.CreatePartnershipAsync();

        var page = await SendAsync(await FormAsync(here), here.Reader, from, until);

        Assert.Equal([message], page.Errors);
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(await FormAsync(here), here.Reader, 0, 183)).Status);
    }

    [Fact]
    public async Task Post_WhoSubmitsOrDecidesOrIsNoMember_IsRefused()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var there = await portal.Data.CreatePartnershipAsync();
        var second = await AddOfficerAsync(here);
        var form = await FormAsync(here);
        Assert.Equal(
            new[] { NameOf(here.Contributor), NameOf(here.Reader) }.Order(StringComparer.CurrentCulture),
            form.Document.QuerySelectorAll("#DelegateId option").Skip(1).Select(o => o.TextContent));

        Assert.Contains("is a partnership lead", (await SendAsync(form, here.Lead, 0, 1)).Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("is a chief officer", (await SendAsync(form, second, 0, 1)).Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("is a chief officer", (await SendAsync(form, here.Chief, 0, 1)).Errors.Single(), StringComparison.Ordinal);
        Assert.Equal(["Choose a member from the list"], (await SendAsync(form, there.Reader, 0, 1)).Errors);
        Assert.Equal(0, await portal.Data.InTenantAsync(here.Id, d => d.ApprovalDelegations.CountAsync()));
    }

    [Fact]
    public async Task Post_TwoDelegatesAtOnceOrOneForTwoChiefOfficers_IsRefused()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var second = await AddOfficerAsync(here);
        await SendAsync(await FormAsync(here), here.Reader, 0, 7);

        var two = await SendAsync(await FormAsync(here), here.Contributor, 7, 9);
        var forAnother = await SendAsync(await FormAsync(here, second), here.Reader, 7, 9);

        Assert.Contains($"{NameOf(here.Reader)} already decides for you from ", two.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("decides for another chief officer on some of these days", forAnother.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(await FormAsync(here), here.Contributor, 8, 9)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(await FormAsync(here, second), here.Reader, 8, 9)).Status);
    }

    [Fact]
    public async Task Any_WhoIsNoChiefOfficer_IsRefusedAndADelegateDelegatesNothingOn()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var id = await portal.Data.DelegateAsync(here, here.Chief, here.Reader);
        var steps = new QuarterSteps(portal, here, await portal.Data.CreatePlanAsync(here));
        await steps.CloseAsync();
        await steps.SubmitAsync();
        await steps.ApproveAsync(here.Chief);

        foreach (var person in new[] { here.Lead, here.Contributor, here.Reader })
        {
            var client = portal.ClientFor(person);
            Assert.Equal(HttpStatusCode.Forbidden, (await client.GetPageAsync($"/{here.Slug}/reports/delegates")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await steps.PostAsync(client, $"../delegates/{id}/end")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await steps.PostAsync(client, "versions/1/withhold", ("Reason", "A court order"))).Status);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await portal.ClientFor(here.Reader).GetPageAsync($"/{here.Slug}/audit")).Status);
    }

    [Fact]
    public async Task End_OfAnotherChiefOfficerOrPartnership_Is404()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var there = await portal.Data.CreatePartnershipAsync();
        var second = await AddOfficerAsync(here);
        var ids = new[]
        {
            await portal.Data.DelegateAsync(here, here.Chief, here.Reader), await portal.Data.DelegateAsync(there, there.Chief, there.Reader),
        };
        var steps = new QuarterSteps(portal, here, await portal.Data.CreatePlanAsync(here));

        foreach (var id in ids)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await steps.PostAsync(portal.ClientFor(second), $"../delegates/{id}/end")).Status);
        }

        Assert.Equal(1, await portal.Data.InTenantAsync(there.Id, d => d.ApprovalDelegations.CountAsync(x => x.EndedAt == null)));
        Assert.Equal(1, await portal.Data.InTenantAsync(here.Id, d => d.ApprovalDelegations.CountAsync(x => x.EndedAt == null)));
    }

    [Theory]
    [InlineData("officer removed")]
    [InlineData("officer other role")]
    [InlineData("delegate removed")]
    [InlineData("delegate lead")]
    public async Task Leave_ChiefOfficerOrDelegate_EndsIt(string who)
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);
        var here = steps.Partnership;
        await AddOfficerAsync(here);
        await portal.Data.DelegateAsync(here, here.Chief, here.Reader, 0, 3);
        (await steps.As(here.Reader).GetPageAsync($"{steps.Report}/approve")).ShouldBeOk();
        var lead = steps.As(here.Lead);
        var person = who.StartsWith("officer", StringComparison.Ordinal) ? here.Chief : here.Reader;
        var form = await lead.GetPageAsync($"/{here.Slug}/people/{person.Id}/{(who.EndsWith("removed", StringComparison.Ordinal) ? "remove" : "roles")}");
        var role = who == "delegate lead" ? "PartnershipLead" : "Reader";
        Assert.NotNull((await form.SubmitAsync("main form", ("Roles", role))).Location);

        Assert.NotEqual(HttpStatusCode.Redirect, (await steps.ApproveAsync(here.Reader)).Status);
        Assert.Null(await steps.PublishedAsync());
        Assert.NotNull(await portal.Data.InTenantAsync(here.Id, d => d.ApprovalDelegations.Select(x => x.EndedAt).SingleAsync()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Roles_GoneBehindEveryForm_GivesNoVote(bool isOfficer)
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);
        var here = steps.Partnership;
        await portal.Data.DelegateAsync(here, here.Chief, here.Reader, 0, 3);
        await portal.Data.InTenantAsync(here.Id, async d =>
        {
            if (isOfficer)
            {
                d.RemoveRange(await d.Memberships.Where(m => m.UserId == here.Chief.Id).ToListAsync());
            }
            else
            {
                d.Add(new Membership { UserId = here.Reader.Id, Role = PartnershipRole.PartnershipLead });
            }

            return true;
        });

        Assert.Equal(HttpStatusCode.Forbidden, (await steps.ApproveAsync(here.Reader)).Status);
    }

    private static string NameOf(TestPerson person) => person.Email.Split('@')[0];

    private async Task<TestPage> FormAsync(TestPartnership here, TestPerson? officer = null) =>
        (await portal.ClientFor(officer ?? here.Chief).GetPageAsync($"/{here.Slug}/reports/delegates")).ShouldBeOk();

    private static Task<TestPage> SendAsync(TestPage form, TestPerson person, int from, int until) => form.SubmitAsync(
        "#name-delegate", ("DelegateId", person.Id.ToString()), ("From", DateFormat.Full(Today.AddDays(from))),
        ("Until", DateFormat.Full(Today.AddDays(until))));

    private async Task<TestPerson> AddOfficerAsync(TestPartnership here)
    {
        var officer = await portal.Data.CreatePersonAsync();
        await portal.Data.AddRoleAsync(here, officer, PartnershipRole.ChiefOfficer);
        return officer;
    }
}
