using System.Net;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Domain.Text;
using InspectionPortal.Testing;
using InspectionPortal.Web.Features.Scrutiny;
using InspectionPortal.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Web.Tests.Features.Scrutiny;

/// <summary>Who is told that a scrutiny body has access, and that it ends.</summary>
public sealed class AccessNoticesTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task Grant_ToABody_TellsItsOfficersAndTheOtherLeads()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here);
        var second = await portal.Data.CreatePersonAsync();
        await portal.Data.AddRoleAsync(here, second, PartnershipRole.PartnershipLead);
        var officer = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.ApprovedReports);
        await portal.Data.InTenantAsync(here.Id, async d => d.Remove(await d.ScrutinyGrants.SingleAsync()));
        var form = (await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/people/scrutiny/new")).ShouldBeOk();
        var until = DateFormat.LocalDay(DateTimeOffset.UtcNow, "Europe/London").AddDays(30);

        var granted = await form.SubmitAsync(
            "main form", ("BodyId", officer.BodyId.ToString()), ("PlanId", plan.Id.ToString()), ("Scope", "LivePlan"), ("Until", DateFormat.Full(until)));

        Assert.Equal(HttpStatusCode.Redirect, granted.Status);
        var mail = Assert.Single(await portal.Data.MailToAsync(officer.Person.Email));
        Assert.Equal($"{here.Name}: you have access", mail.Subject);
        Assert.Contains($"access to a plan and its reports, until the end of {DateFormat.Full(until)}.", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"Plan {here.Canary}", mail.Text, StringComparison.Ordinal);
        var told = await NotificationsAsync(here);
        Assert.Equal((second.Id, NotificationKind.AccessGranted), (Assert.Single(told).UserId, told[0].Kind));
        Assert.EndsWith($"until the end of {DateFormat.Full(until)}.", told[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(15, -30, false)]
    [InlineData(14, -30, true)]
    [InlineData(1, -30, true)]
    [InlineData(0, -30, false)]
    [InlineData(5, -1, false)]
    [InlineData(3, -4, true)]
    public async Task Job_AccessThatEnds_TellsOfItOnceFromFourteenDaysBeforeOrHalfway(int until, int from, bool isTold)
    {
        var (here, officer) = await MakeAsync(until, from);

        await RunAsync();
        await Task.WhenAll(RunAsync(), RunAsync());

        Assert.Equal(isTold ? 1 : 0, (await portal.Data.MailToAsync(officer.Person.Email)).Count);
        var told = await NotificationsAsync(here);
        Assert.Equal(isTold ? 1 : 0, told.Count);
        Assert.All(told, n => Assert.Equal((here.Lead.Id, NotificationKind.AccessExpiring, "/people/scrutiny"), (n.UserId, n.Kind, n.Path)));
    }

    [Fact]
    public async Task Job_TwoNodesAtOnce_TellOnce()
    {
        var (here, officer) = await MakeAsync(3, -30);

        await Task.WhenAll(RunAsync(), RunAsync(), RunAsync());

        Assert.Single(await portal.Data.MailToAsync(officer.Person.Email));
        Assert.Single(await NotificationsAsync(here));
    }

    [Fact]
    public async Task Job_RevokedOrForAnotherOfficerOrDemonstration_WritesToNobodyElse()
    {
        var (revoked, first) = await MakeAsync(3, -30, g => g.RevokedAt = DateTimeOffset.UtcNow);
        var (demonstration, second) = await MakeAsync(3, -30, asAt: new DateOnly(2020, 10, 27));
        var only = await portal.Data.CreatePersonAsync();
        var (_, other) = await MakeAsync(3, -30, g => g.OfficerUserId = only.Id);

        await RunAsync();

        foreach (var officer in new[] { first, second, other })
        {
            Assert.Empty(await portal.Data.MailToAsync(officer.Person.Email));
        }

        Assert.Empty(await NotificationsAsync(revoked));
        Assert.Empty(await NotificationsAsync(demonstration));
    }

    private async Task<(TestPartnership Here, TestOfficer Officer)> MakeAsync(
        int until, int from, Action<ScrutinyGrant>? change = null, DateOnly? asAt = null)
    {
        var here = await portal.Data.CreatePartnershipAsync(p => p.AsAt = asAt);
        var officer = await portal.Data.CreateOfficerAsync(here, await portal.Data.CreatePlanAsync(here), GrantScope.ApprovedReports);
        await portal.Data.InTenantAsync(here.Id, async d =>
        {
            var grant = await d.ScrutinyGrants.SingleAsync();
            (grant.From, grant.Until) = (DateTimeOffset.UtcNow.AddDays(from), DateTimeOffset.UtcNow.AddDays(until).AddMinutes(-1));
            change?.Invoke(grant);
            return true;
        });
        return (here, officer);
    }

    private Task<List<Notification>> NotificationsAsync(TestPartnership here) =>
        portal.Data.InTenantAsync(here.Id, d => d.Notifications.AsNoTracking().ToListAsync());

    private async Task RunAsync()
    {
        await using var scope = portal.Host.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<SendAccessEndingJob>(scope.ServiceProvider).ExecuteAsync(CancellationToken.None);
    }
}
