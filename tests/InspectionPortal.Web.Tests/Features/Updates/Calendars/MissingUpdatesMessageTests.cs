using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Updates.Calendars;

/// <summary>What partnership leads get 3 days after the due date.</summary>
public sealed class MissingUpdatesMessageTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    private static readonly DateOnly Due = new(2026, 10, 30);

    [Fact]
    public async Task Job_ThreeDaysAfterTheDueDate_TellsEachLeadOnce()
    {
        var (here, plan) = await MakeAsync();
        var second = await portal.Data.CreatePersonAsync();
        await portal.Data.InTenantAsync(
            here.Id, d => Task.FromResult(d.Add(new Membership { UserId = second.Id, Role = PartnershipRole.PartnershipLead })));

        await portal.SendDueRemindersAsync(At(Due.AddDays(2)));
        Assert.Empty(await portal.Data.MailToAsync(here.Lead.Email));
        await Task.WhenAll(portal.SendDueRemindersAsync(At(Due.AddDays(3))), portal.SendDueRemindersAsync(At(Due.AddDays(3))));
        await portal.SendDueRemindersAsync(At(Due.AddDays(4)));

        foreach (var lead in new[] { here.Lead, second })
        {
            var mail = Assert.Single(await portal.Data.MailToAsync(lead.Email));
            Assert.Equal($"{here.Name}: 2 updates still missing", mail.Subject);
            Assert.Contains("July to September 2020: 2 updates are still missing. They were due on Friday 30 October 2026.", mail.Text,
                StringComparison.Ordinal);
            Assert.EndsWith($"/{here.Slug}/updates?period={plan.PeriodId}", mail.Links.Single(), StringComparison.Ordinal);
            Assert.DoesNotContain("Project 1", mail.Text + mail.Html, StringComparison.Ordinal);
        }

        Assert.Empty(await portal.Data.MailToAsync(here.Chief.Email));
        var kept = (await portal.Data.RemindersAsync(here)).Where(r => r.Reason == ReminderReason.StillMissing).ToList();
        Assert.Equal([(Due.AddDays(3), 2), (Due.AddDays(3), 2)], kept.Select(r => (r.Day, r.Items)));
    }

    [Fact]
    public async Task Job_NothingMissingOrPeriodClosed_TellsNoLead()
    {
        var (answered, plan) = await MakeAsync();
        foreach (var project in plan.ProjectIds)
        {
            await portal.Data.CreateUpdateAsync(answered, plan, project, UpdateState.Submitted);
        }

        var (closed, other) = await MakeAsync();
        await portal.Data.MovePeriodAsync(closed, other.PeriodId, PeriodState.WithLead);

        await portal.SendDueRemindersAsync(At(Due.AddDays(3)));

        Assert.Empty(await portal.Data.MailToAsync(answered.Lead.Email));
        Assert.Empty(await portal.Data.MailToAsync(closed.Lead.Email));
    }

    [Fact]
    public async Task Job_CalendarWithoutIt_TellsNoLead()
    {
        var (here, plan) = await MakeAsync();
        await portal.Data.SetCalendarAsync(here, plan.Id, c => c.Reminders = [ReminderReason.Overdue]);

        await portal.SendDueRemindersAsync(At(Due.AddDays(3)));

        Assert.Empty(await portal.Data.MailToAsync(here.Lead.Email));
        Assert.Equal($"{here.Name}: 2 updates overdue", (await portal.Data.LastMailToAsync(here.Contributor.Email)).Subject);
    }

    [Fact]
    public async Task Get_LeadWhoWasTold_IsNotSaidToHaveBeenReminded()
    {
        var (here, plan) = await MakeAsync();
        await portal.Data.HoldAsync(here, plan, here.Lead);
        await portal.Data.SetCalendarAsync(here, plan.Id, c => c.Reminders = [ReminderReason.StillMissing]);

        await portal.SendDueRemindersAsync(At(Due.AddDays(3)));

        Assert.Equal($"{here.Name}: 2 updates still missing", Assert.Single(await portal.Data.MailToAsync(here.Lead.Email)).Subject);
        var page = (await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/updates")).ShouldBeOk();
        Assert.All(page.Document.QuerySelectorAll(
            "#reminders tbody tr"), row => Assert.Equal("Not yet", row.Children[2].TextContent.Trim()));
    }

    private async Task<(TestPartnership Here, TestPlan Plan)> MakeAsync()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here);
        await portal.Data.InTenantAsync(here.Id, async d =>
        {
            var period = await d.ReportingPeriods.FirstAsync(p => p.Id == plan.PeriodId);
            (period.OpensOn, period.DueOn) = (new DateOnly(2026, 10, 1), Due);
            return true;
        });
        return (here, plan);
    }

    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(new TimeOnly(9, 7)), TimeSpan.Zero);
}
