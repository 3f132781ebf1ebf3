using InspectionPortal.Domain.Reporting;
using InspectionPortal.Testing;
using InspectionPortal.Web.Features.Updates;
using InspectionPortal.Web.Features.Updates.Calendars;
using InspectionPortal.Web.Jobs;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Web.Tests.Features.Updates.Calendars;

/// <summary>What tests of the reporting calendar share.</summary>
internal static class CalendarFacts
{
    /// <summary>Scottish quarters from July 2026, open on the day after, due 28 days later.</summary>
    public static Task SetCalendarAsync(this TestData data, TestPartnership here, Guid planId, Action<ReportingCalendar>? change = null) =>
        data.InTenantAsync(here.Id, async d =>
    {
        var calendar = await d.ReportingCalendars.FirstOrDefaultAsync(c => c.PlanId == planId);
        if (calendar is null)
        {
            calendar = new ReportingCalendar
            {
                PlanId = planId,
                StartsOn = new DateOnly(2026, 7, 1),
                DueAfterDays = 28,
                Region = BankHolidayRegion.Scotland,
            };
            d.Add(calendar);
        }

        change?.Invoke(calendar);
        return true;
    });

    /// <summary>The periods that the plan has besides the one of 2020 that the builder makes.</summary>
    public static Task<List<ReportingPeriod>> PeriodsAsync(this TestData data, TestPartnership here) =>
        data.InTenantAsync(here.Id, d => d.ReportingPeriods.AsNoTracking().Where(p => p.From > new DateOnly(2021, 1, 1)).OrderBy(p => p.To)
            .ToListAsync());

    public static Task<List<UpdateReminder>> RemindersAsync(this TestData data, TestPartnership here) =>
        data.InTenantAsync(here.Id, d => d.UpdateReminders.AsNoTracking().OrderBy(r => r.Day).ThenBy(r => r.Reason).ToListAsync());

    /// <summary>Opens periods as at that moment, on a node of its own.</summary>
    public static Task OpenPeriodsAsync(this PortalFixture portal, DateTimeOffset at) => portal.RunAsync<OpenPeriodsJob>(at);

    /// <summary>Sends reminders as at that moment, on a node of its own.</summary>
    public static Task SendDueRemindersAsync(this PortalFixture portal, DateTimeOffset at) => portal.RunAsync<SendUpdateRemindersJob>(at);

    private static async Task RunAsync<TJob>(this PortalFixture portal, DateTimeOffset at)
        where TJob : RecurringJob
    {
        await using var node = portal.Host.WithWebHostBuilder(
            b => b.ConfigureTestServices(s => s.AddSingleton<TimeProvider>(new FixedTime(at))));
        await ActivatorUtilities.CreateInstance<TJob>(node.Services).ExecuteAsync(CancellationToken.None);
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }
}
