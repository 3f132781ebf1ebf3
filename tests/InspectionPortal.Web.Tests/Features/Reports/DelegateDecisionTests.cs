using System.Net;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Reports;

/// <summary>What a delegate decides for a chief officer, when, and that the two have one vote.</summary>
public sealed class DelegateDecisionTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData("Europe/London", 1, 3, false)]
    [InlineData("Europe/London", 0, 3, true)]
    [InlineData("Europe/London", -3, 0, true)]
    [InlineData("Europe/London", -3, -1, false)]
    [InlineData("Pacific/Kiritimati", 0, 0, true)]
    [InlineData("Pacific/Kiritimati", -1, -1, false)]
    [InlineData("Pacific/Kiritimati", 1, 1, false)]
    [InlineData("Pacific/Midway", 0, 0, true)]
    [InlineData("Pacific/Midway", 1, 1, false)]
    [InlineData("Pacific/Midway", -1, -1, false)]
    public async Task Approve_ByDelegate_OnlyFromTheFirstToTheLastDayInThePartnershipsZone(string zone, int from, int until, bool may)
    {
        var steps = await MakeAsync(p => p.TimeZone = zone);
        var (here, person) = (steps.Partnership, steps.Partnership.Reader);
        await portal.Data.DelegateAsync(here, here.Chief, person, from, until);

        var check = await steps.As(person).GetPageAsync($"{steps.Report}/approve");
        var sent = await steps.ApproveAsync(person);

        Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.Forbidden, check.Status);
        Assert.Equal(may ? HttpStatusCode.Redirect : HttpStatusCode.Forbidden, sent.Status);
        Assert.Equal(may, await steps.PublishedAsync() is not null);
    }

    [Fact]
    public async Task Approve_ByDelegate_CountsOnceForTheChiefOfficerAndSaysBoth()
    {
        var steps = await MakeAsync(p => p.Quorum = 2);
        var (here, person) = (steps.Partnership, steps.Partnership.Reader);
        var second = await AddOfficerAsync(here);
        await portal.Data.DelegateAsync(here, here.Chief, person, -1, 2);
        var until = DateFormat.Full(await UntilAsync(here));

        var check = await steps.As(person).GetPageAsync($"{steps.Report}/approve");
        Assert.Contains(
            $"You decide for {NameOf(here.Chief)}, Chief {here.Canary}, as their delegate until {until}", check.Find("#decides-for").TextContent,
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await steps.ApproveAsync(person)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await steps.ApproveAsync(person)).Status);

        var approval = Assert.Single((await steps.SubmissionsAsync())[0].Approvals);
        Assert.Equal((person.Id, (Guid?)here.Chief.Id, $"Chief {here.Canary}"), (approval.UserId, approval.ForUserId, approval.Capacity));
        Assert.NotNull(approval.DelegateUntil);
        var late = await steps.ApproveAsync(here.Chief);
        Assert.Contains("Your delegate has already approved this report for you", late.Errors.Single(), StringComparison.Ordinal);
        Assert.Null((await steps.As(here.Chief).GetPageAsync(steps.Report)).Document.QuerySelector("#signing a[href$='/approve']"));
        Assert.Equal(PeriodState.Submitted, await steps.StateAsync());

        await steps.ApproveAsync(second);
        Assert.NotNull(await steps.PublishedAsync());
        var signed = $"{NameOf(person)} for {NameOf(here.Chief)}, delegate until {until}";
        Assert.Contains(signed, (await steps.As(here.Lead).GetPageAsync(steps.Report)).Find("#signing").TextContent, StringComparison.Ordinal);
        Assert.Contains(
            signed, await steps.As(here.Lead).GetStringAsync(new Uri($"{steps.Report}/report.html", UriKind.Relative)), StringComparison.Ordinal);
        foreach (var reader in new[] { here.Lead, here.Chief, second, person })
        {
            Assert.Contains(await portal.Data.MailToAsync(reader.Email), m => m.Text.Contains(
                $"{NameOf(person)}, for {NameOf(here.Chief)}, Chief {here.Canary}, as their delegate until {until}, approved", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Approve_ChiefOfficerFirst_LeavesTheDelegateNothing()
    {
        var steps = await MakeAsync(p => p.Quorum = 2);
        var (here, person) = (steps.Partnership, steps.Partnership.Reader);
        await portal.Data.DelegateAsync(here, here.Chief, person);
        Assert.Contains(await TasksAsync(here, person), t => t.StartsWith(
            $"Check and approve July to September 2020 for {NameOf(here.Chief)}, until ", StringComparison.Ordinal));
        Assert.Contains(await portal.Data.InTenantAsync(here.Id, d => d.Notifications.Where(n => n.UserId == person.Id).ToListAsync()), n =>
            n.Kind == NotificationKind.ApprovalWanted && n.Text.EndsWith($"as the delegate of {NameOf(here.Chief)}.", StringComparison.Ordinal));
        var panel = (await steps.As(here.Lead).GetPageAsync(steps.Report)).Find("#signing").TextContent;
        Assert.Contains($"Not approved yet. {NameOf(person)} can decide for them until ", panel, StringComparison.Ordinal);

        await steps.ApproveAsync(here.Chief);
        var sent = await steps.ApproveAsync(person);

        Assert.Contains($"{NameOf(here.Chief)} has already approved this report", sent.Errors.Single(), StringComparison.Ordinal);
        Assert.Single((await steps.SubmissionsAsync())[0].Approvals);
        Assert.DoesNotContain(await TasksAsync(here, person), t => t.StartsWith("Check and approve", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Decide_TwoDelegatesOfOneChiefOfficer_HaveOneVote()
    {
        var steps = await MakeAsync(p => p.Quorum = 2);
        var here = steps.Partnership;
        var mine = await portal.Data.DelegateAsync(here, here.Chief, here.Reader);
        await steps.DissentAsync(here.Reader);
        await EndAsync(steps, mine);
        await portal.Data.DelegateAsync(here, here.Chief, here.Contributor);

        var sent = await steps.ApproveAsync(here.Contributor);

        Assert.Contains($"Someone has already recorded dissent for {NameOf(here.Chief)}", sent.Errors.Single(), StringComparison.Ordinal);
        var page = await steps.As(here.Lead).GetPageAsync(steps.Report);
        Assert.Contains($"{NameOf(here.Reader)} for {NameOf(here.Chief)}, delegate until ", page.Find(".p-dissent").TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await steps.As(here.Reader).GetPageAsync($"{steps.Report}/approve")).Status);
    }

    [Fact]
    public async Task Database_SecondVoteOfAChiefOfficer_IsRefused()
    {
        var steps = await MakeAsync(p => p.Quorum = 2);
        var here = steps.Partnership;
        await portal.Data.DelegateAsync(here, here.Chief, here.Reader);
        await steps.ApproveAsync(here.Reader);
        var submission = (await steps.SubmissionsAsync())[0];

        foreach (var (user, officer) in new[] { (here.Chief.Id, (Guid?)null), (here.Contributor.Id, here.Chief.Id) })
        {
            await Assert.ThrowsAsync<DbUpdateException>(() => portal.Data.InTenantAsync(here.Id, async database =>
            {
                database.Add(new Approval
                {
                    SubmissionId = submission.Id,
                    UserId = user,
                    ForUserId = officer,
                    DelegateUntil = officer is null ? null : new DateOnly(2030, 1, 1),
                    Capacity = "Chief",
                    Sha256 = submission.Sha256,
                    At = DateTimeOffset.UtcNow,
                });
                return await database.SaveChangesAsync();
            }));
        }
    }

    [Fact]
    public async Task Decide_WhatTheDelegateOrTheChiefOfficerSubmitted_IsRefused()
    {
        var steps = await QuarterSteps.MakeAsync(portal);
        var here = steps.Partnership;
        var former = await portal.Data.CreatePersonAsync();
        await portal.Data.AddRoleAsync(here, former, PartnershipRole.PartnershipLead);
        await steps.CloseAsync();
        await steps.SubmitAsync(former);
        await portal.Data.InTenantAsync(here.Id, async d => (await d.Memberships.SingleAsync(m => m.UserId == former.Id)).Role = PartnershipRole.Reader);
        await portal.Data.DelegateAsync(here, here.Chief, former);

        var own = await steps.ApproveAsync(former);
        Assert.Contains("You submitted this quarter", own.Errors.Single(), StringComparison.Ordinal);

        // Now the one who submitted is a chief officer, and has a delegate.
        await portal.Data.AddRoleAsync(here, former, PartnershipRole.ChiefOfficer);
        await portal.Data.DelegateAsync(here, former, here.Reader);
        var forThem = await steps.ApproveAsync(here.Reader);
        Assert.Contains($"{NameOf(former)} submitted this quarter, so you cannot decide on it for them", forThem.Errors.Single(), StringComparison.Ordinal);
        Assert.Empty((await steps.SubmissionsAsync())[0].Approvals);
    }

    [Fact]
    public async Task Decide_AfterItWasEnded_IsRefusedAndWhatWasDecidedStays()
    {
        var steps = await MakeAsync(p => p.Quorum = 2);
        var here = steps.Partnership;
        var id = await portal.Data.DelegateAsync(here, here.Chief, here.Reader, -1, 5);
        await steps.ApproveAsync(here.Reader);
        await EndAsync(steps, id);

        Assert.Equal(HttpStatusCode.Forbidden, (await steps.ReturnAsync(here.Reader)).Status);
        Assert.Contains("1 of 2", (await steps.As(here.Lead).GetPageAsync(steps.Report)).Find("#signing").TextContent, StringComparison.Ordinal);
        Assert.Contains(
            await portal.Data.MailToAsync(here.Reader.Email), m => m.Subject.Contains("no longer decides for", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Return_ByDelegate_SaysBoth()
    {
        var steps = await MakeAsync();
        var here = steps.Partnership;
        await portal.Data.DelegateAsync(here, here.Chief, here.Reader);

        Assert.Equal(HttpStatusCode.Redirect, (await steps.ReturnAsync(here.Reader, "Say why it slipped")).Status);

        var page = await steps.As(here.Lead).GetPageAsync(steps.Report);
        Assert.Contains($"{NameOf(here.Reader)} for {NameOf(here.Chief)}, delegate until ", page.Text, StringComparison.Ordinal);
        Assert.Contains(
            await portal.Data.InTenantAsync(here.Id, d => d.Notifications.Where(n => n.Kind == NotificationKind.ReportReturned).ToListAsync()),
            n => n.Text.StartsWith($"{NameOf(here.Reader)} for {NameOf(here.Chief)}, delegate until ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Approve_ByDelegate_SignsForTheChiefOfficersAgency()
    {
        var steps = await QuarterSteps.MakeAsync(portal);
        var here = steps.Partnership;
        await portal.Data.InTenantAsync(here.Id, database =>
        {
            database.Add(new SigningAgency { AgencyId = steps.Plan.AgencyId });
            database.Add(new Signatory { AgencyId = steps.Plan.AgencyId, UserId = here.Chief.Id });
            return Task.FromResult(true);
        });
        await steps.CloseAsync();
        await steps.SubmitAsync();
        await portal.Data.DelegateAsync(here, here.Chief, here.Reader);

        var check = await steps.As(here.Reader).GetPageAsync($"{steps.Report}/approve");
        Assert.Contains("Yours is the last one it needs", check.Text, StringComparison.Ordinal);
        await steps.ApproveAsync(here.Reader);

        Assert.Contains("(signed)", (await steps.As(here.Lead).GetPageAsync(steps.Report)).Find("#signing").TextContent, StringComparison.Ordinal);
    }

    private static string NameOf(TestPerson person) => person.Email.Split('@')[0];

    private async Task<QuarterSteps> MakeAsync(Action<Domain.Partnerships.Partnership>? change = null)
    {
        var here = await portal.Data.CreatePartnershipAsync(p =>
        {
            p.Quorum = 1;
            change?.Invoke(p);
        });
        var steps = new QuarterSteps(portal, here, await portal.Data.CreatePlanAsync(here));
        await steps.CloseAsync();

        // Named before the report is submitted only where a test says so: the e-mail that asks for approval goes to those of that day.
        var early = await portal.Data.DelegateAsync(here, here.Chief, here.Reader);
        await steps.SubmitAsync();
        await portal.Data.InTenantAsync(here.Id, async d =>
        {
            (await d.ApprovalDelegations.SingleAsync(x => x.Id == early)).End(DateTimeOffset.UtcNow, null);
            return true;
        });
        return steps;
    }

    private async Task<TestPerson> AddOfficerAsync(TestPartnership here)
    {
        var officer = await portal.Data.CreatePersonAsync();
        await portal.Data.AddRoleAsync(here, officer, PartnershipRole.ChiefOfficer);
        return officer;
    }

    private Task<DateOnly> UntilAsync(TestPartnership here) => portal.Data.InTenantAsync(
        here.Id, d => d.ApprovalDelegations.Where(x => x.EndedAt == null).Select(x => x.Until).SingleAsync());

    private static async Task EndAsync(QuarterSteps steps, Guid id)
    {
        var page = await steps.As(steps.Partnership.Chief).GetPageAsync($"/{steps.Partnership.Slug}/reports/delegates");
        Assert.Equal(HttpStatusCode.Redirect, (await page.ShouldBeOk().SubmitAsync($"form[action$='{id}/end']")).Status);
    }

    private async Task<List<string>> TasksAsync(TestPartnership here, TestPerson person) =>
        [.. (await portal.ClientFor(person).GetPageAsync($"/{here.Slug}")).ShouldBeOk()
            .Document.QuerySelectorAll(".p-task__title").Select(t => t.TextContent)];
}
