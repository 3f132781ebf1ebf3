using System.Net;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Testing;
using InspectionPortal.Web.Features.Updates;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Web.Tests.Features.Updates;

public sealed class SendRemindersTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    private static readonly DateOnly Opens = new(2026, 10, 1);
    private static readonly DateOnly Due = new(2026, 10, 30);

    [Fact]
    public async Task Post_ByTheLead_WritesToEachPersonOnceADay()
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        var page = (await client.GetPageAsync($"/{here.Slug}/updates")).ShouldBeOk();
        Assert.Equal("Remind 1 person", page.Find("form[action$='/remind'] button").TextContent.Trim());
        Assert.Equal([(Name(here.Contributor), "2", "Not yet")], Rows(page));

        var both = await Task.WhenAll(page.SubmitAsync("form[action$='/remind']"), page.SubmitAsync("form[action$='/remind']"));

        Assert.All(both, sent => Assert.Equal(HttpStatusCode.Redirect, sent.Status));
        var mail = Assert.Single(await portal.Data.MailToAsync(here.Contributor.Email));
        Assert.Equal($"{here.Name}: reminder to write 2 updates", mail.Subject);
        Assert.EndsWith($"/{here.Slug}/updates/mine", mail.Links.Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("Project 1", mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.Empty(await portal.Data.MailToAsync(here.Lead.Email));
        var kept = Assert.Single(await RemindersAsync(here));
        Assert.Equal((here.Contributor.Id, ReminderReason.ByLead, 2, (Guid?)here.Lead.Id, plan.PeriodId), (kept.UserId, kept.Reason, kept.Items, kept.ByUserId, kept.PeriodId));

        var after = (await client.GetPageAsync($"/{here.Slug}/updates")).ShouldBeOk();
        Assert.Null(after.Document.QuerySelector("form[action$='/remind']"));
        Assert.DoesNotContain("Not yet", after.Find("#reminders").TextContent, StringComparison.Ordinal);
        var again = await page.SubmitAsync("form[action$='/remind']");
        Assert.Contains("No reminder sent: 1 person was already reminded today.", (await client.FollowAsync(again)).Text, StringComparison.Ordinal);
        Assert.Single(await portal.Data.MailToAsync(here.Contributor.Email));
    }

    [Fact]
    public async Task Post_WhoSubmittedLeftOrIsDisabled_IsNotWrittenTo()
    {
        var (here, plan) = await MakeAsync();
        var (left, disabled) = (await portal.Data.CreatePersonAsync(), await portal.Data.CreatePersonAsync());
        await portal.Data.HoldAsync(here, plan, left);
        await portal.Data.HoldAsync(here, plan, disabled);
        await portal.Data.InTenantAsync(here.Id, d => Task.FromResult(d.Add(new Membership { UserId = disabled.Id, Role = PartnershipRole.Contributor })));
        await portal.Data.OnPlatformAsync(async d => (await d.Users.FirstAsync(u => u.Id == disabled.Id)).IsDisabled = true);
        await portal.Data.CreateUpdateAsync(here, plan, plan.ProjectIds[0], UpdateState.Submitted);
        await portal.Data.CreateUpdateAsync(here, plan, plan.ProjectIds[1], UpdateState.Draft);
        var client = portal.ClientFor(here.Lead);

        var sent = await client.FollowAsync(await RemindAsync(client, here, plan));

        Assert.Contains($"Reminder sent to {Name(here.Contributor)}.", sent.Text, StringComparison.Ordinal);
        Assert.Equal($"{here.Name}: reminder to write 1 update", (await portal.Data.LastMailToAsync(here.Contributor.Email)).Subject);
        Assert.Empty(await portal.Data.MailToAsync(left.Email));
        Assert.Empty(await portal.Data.MailToAsync(disabled.Email));
    }

    [Fact]
    public async Task Post_ClosedPeriod_SaysSoAndSendsNothing()
    {
        var (here, plan) = await MakeAsync();
        await portal.Data.MovePeriodAsync(here, plan.PeriodId, PeriodState.WithLead);

        var sent = await RemindAsync(portal.ClientFor(here.Lead), here, plan);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.Contains("is closed for updates, so no reminders were sent", Assert.Single(sent.Errors), StringComparison.Ordinal);
        Assert.Empty(await RemindersAsync(here));
    }

    [Fact]
    public async Task Job_AtEachMoment_WritesOnceHoweverOftenItRuns()
    {
        var (here, plan) = await MakeAsync(isDemonstration: false);
        var subjects = new List<string>();
        foreach (var (day, hour) in new[] { (Opens, 7), (Opens, 9), (Opens, 10), (Due.AddDays(-7), 9), (Due.AddDays(-1), 9), (Due, 9), (Due.AddDays(2), 9), (Due.AddDays(3), 19), (Due.AddDays(4), 9) })
        {
            await Task.WhenAll(RunAsync(day, hour), RunAsync(day, hour));
            var mails = await portal.Data.MailToAsync(here.Contributor.Email);
            subjects.AddRange(mails.Skip(subjects.Count).Select(m => m.Subject));
        }

        Assert.Equal(
            [
                $"{here.Name}: 2 updates to write by Friday 30 October 2026", $"{here.Name}: reminder to write 2 updates", $"{here.Name}: reminder to write 2 updates",
                $"{here.Name}: 2 updates due today", $"{here.Name}: 2 updates overdue",
            ],
            subjects);
        Assert.Equal(
            [ReminderReason.Opened, ReminderReason.WeekBefore, ReminderReason.DayBefore, ReminderReason.DueDay, ReminderReason.Overdue],
            (await RemindersAsync(here)).Where(r => r.UserId == here.Contributor.Id).Select(r => r.Reason));
        Assert.Equal([ReminderReason.StillMissing], (await RemindersAsync(here)).Where(r => r.UserId == here.Lead.Id)
            .Select(r => r.Reason));
        Assert.Equal(plan.PeriodId, (await RemindersAsync(here))[0].PeriodId);
    }

    [Fact]
    public async Task Job_AfterDowntime_WritesTheLastMomentOnly()
    {
        var (here, _) = await MakeAsync(isDemonstration: false);

        await RunAsync(Due.AddDays(1), 9);

        Assert.Equal($"{here.Name}: 2 updates due today", (await portal.Data.LastMailToAsync(here.Contributor.Email)).Subject);
        Assert.Single(await RemindersAsync(here));
    }

    [Fact]
    public async Task Job_OfADemonstrationOrAClosedPeriod_WritesToNoOne()
    {
        var (demonstration, _) = await MakeAsync();
        var (closed, plan) = await MakeAsync(isDemonstration: false);
        await portal.Data.MovePeriodAsync(closed, plan.PeriodId, PeriodState.WithLead);

        await RunAsync(Due, 9);

        Assert.Empty(await RemindersAsync(demonstration));
        Assert.Empty(await RemindersAsync(closed));
    }

    /// <summary>A plan with two projects of the contributor, and a period in 2026 that is not due yet where time stands still.</summary>
    private async Task<(TestPartnership Here, TestPlan Plan)> MakeAsync(bool isDemonstration = true)
    {
        var here = await portal.Data.CreatePartnershipAsync(p => p.AsAt = isDemonstration ? new DateOnly(2026, 10, 27) : null);
        var plan = await portal.Data.CreatePlanAsync(here);
        await portal.Data.InTenantAsync(here.Id, async d =>
        {
            var period = await d.ReportingPeriods.FirstAsync(p => p.Id == plan.PeriodId);
            (period.OpensOn, period.DueOn, period.MeetingOn) = (Opens, Due, null);
            return true;
        });
        return (here, plan);
    }

    private static async Task<TestPage> RemindAsync(HttpClient client, TestPartnership here, TestPlan plan)
    {
        var token = (await client.GetPageAsync("/error/404")).Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        return await client.SendFormAsync($"/{here.Slug}/periods/{plan.PeriodId}/remind", content);
    }

    /// <summary>Runs the job as on that day and hour, on a node of its own.</summary>
    private async Task RunAsync(DateOnly day, int hour)
    {
        var clock = new FixedClock(new DateTimeOffset(day.ToDateTime(new TimeOnly(hour, 5)), TimeSpan.FromHours(day < new DateOnly(2026, 10, 25) ? 1 : 0)));
        await using var node = portal.Host.WithWebHostBuilder(b => b.ConfigureTestServices(s => s.AddSingleton<TimeProvider>(clock)));
        await ActivatorUtilities.CreateInstance<SendUpdateRemindersJob>(node.Services).ExecuteAsync(CancellationToken.None);
    }

    private Task<List<UpdateReminder>> RemindersAsync(TestPartnership here) =>
        portal.Data.InTenantAsync(here.Id, d => d.UpdateReminders.AsNoTracking().OrderBy(r => r.Day).ToListAsync());

    private static IEnumerable<(string Name, string Items, string Asked)> Rows(TestPage page) =>
        page.Document.QuerySelectorAll("#reminders tbody tr").Select(r => (r.Children[0].TextContent.Trim(), r.Children[1].TextContent.Trim(), r.Children[2].TextContent.Trim()));

    private static string Name(TestPerson person) => person.Email.Split('@')[0];

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }
}
