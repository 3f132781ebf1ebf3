using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Features.Scrutiny;
using InspectionPortal.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Web.Tests.Features.Scrutiny;

/// <summary>The e-mail that tells a link officer what moved.</summary>
public sealed class DigestTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task Job_SomethingMoved_TellsTheOfficerOnceAndThePartnershipSeesIt()
    {
        var (here, plan, officer) = await MakeAsync();
        var (quiet, quietPlan, _) = await MakeAsync(moves: false);
        await portal.Data.GrantAsync(quiet, quietPlan, officer.BodyId, GrantScope.LivePlan);

        await RunAsync();
        await RunAsync();

        var mail = Assert.Single(await portal.Data.MailToAsync(officer.Person.Email));
        Assert.Equal("What moved in 1 partnership", mail.Subject);
        Assert.Contains($"{here.Name}: 1 rating, 1 deadline and 1 item of evidence", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(quiet.Canary, mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret title", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Two posts are vacant", mail.Text, StringComparison.Ordinal);
        foreach (var read in new[] { here, quiet })
        {
            var entry = Assert.Single(
                await portal.Data.InTenantAsync(read.Id, database => database.AccessEntries.Where(e => e.UserId == officer.Person.Id)
                    .ToListAsync()));
            Assert.Equal(("What moved, by e-mail", nameof(SendDigestsJob)), (entry.What, entry.Query));
        }

        Assert.NotEmpty(plan.ProjectIds);
    }

    [Fact]
    public async Task Job_StatementApprovedSinceTheLastOne_SaysSoAndNothingOfIt()
    {
        var (here, plan, officer) = await MakeAsync(moves: false);
        await SayAsync(here, plan, "Secret and old", DateTimeOffset.UtcNow.AddDays(-60));
        await RunAsync();
        Assert.Empty(await portal.Data.MailToAsync(officer.Person.Email));

        await SayAsync(here, plan, "Secret and new", DateTimeOffset.UtcNow.AddMinutes(-5));
        await SetLastAsync(officer.Person);
        await RunAsync();

        var mail = Assert.Single(await portal.Data.MailToAsync(officer.Person.Email));
        Assert.Contains($"{here.Name}: 1 position statement", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", mail.Text, StringComparison.Ordinal);
        var page = (await portal.ClientFor(officer.Person).GetPageAsync($"/inspect?since=year&in={plan.Id}")).ShouldBeOk();
        Assert.Contains("Position statement approved", page.Find("main").TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Find($"a[href='/{here.Slug}/recommendations/{plan.RecommendationId}#position']"));
    }

    /// <summary>A statement on its own is open with the live plan, not with approved reports.</summary>
    [Fact]
    public async Task Job_StatementWithoutAReport_IsNotSaidToWhoReadsReportsOnly()
    {
        var (here, plan, _) = await MakeAsync(moves: false);
        var officer = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.ApprovedReports);
        await SayAsync(here, plan, "Secret", DateTimeOffset.UtcNow.AddMinutes(-5));

        await RunAsync();

        Assert.Empty(await portal.Data.MailToAsync(officer.Person.Email));
    }

    [Fact]
    public async Task Job_OfficerWhoWantsNone_OrWhoseAccessEnded_WritesNothing()
    {
        var (_, _, never) = await MakeAsync();
        var client = portal.ClientFor(never.Person);
        var form = (await client.GetPageAsync("/account/notifications")).ShouldBeOk();
        await form.SubmitAsync("main form", ("Frequency", nameof(NotificationFrequency.Daily)), ("Digest", nameof(DigestFrequency.Never)));
        var (there, _, ended) = await MakeAsync();
        await portal.Data.InTenantAsync(there.Id, async database =>
        {
            (await database.ScrutinyGrants.SingleAsync()).RevokedAt = DateTimeOffset.UtcNow;
            return true;
        });

        await RunAsync();

        Assert.Empty(await portal.Data.MailToAsync(never.Person.Email));
        Assert.Empty(await portal.Data.MailToAsync(ended.Person.Email));
    }

    [Fact]
    public async Task Get_Notifications_AsAMember_DoesNotAskForTheDigest()
    {
        var here = await portal.Data.CreatePartnershipAsync();

        var page = (await portal.ClientFor(here.Lead).GetPageAsync("/account/notifications")).ShouldBeOk();

        Assert.Null(page.Document.QuerySelector("input[name=Digest]"));
    }

    [Theory]
    [InlineData(DigestFrequency.Weekly, "2026-11-25", "2026-11-20", "2026-11-20")]
    [InlineData(DigestFrequency.Weekly, "2026-11-25", "2026-11-24", null)]
    [InlineData(DigestFrequency.Weekly, "2026-11-23", "2026-11-16", "2026-11-16")]
    [InlineData(DigestFrequency.Weekly, "2026-11-25", null, "2026-11-16")]
    [InlineData(DigestFrequency.Monthly, "2026-11-25", "2026-11-02", null)]
    [InlineData(DigestFrequency.Monthly, "2026-12-01", "2026-11-02", "2026-11-02")]
    [InlineData(DigestFrequency.Monthly, "2026-12-05", null, "2026-11-01")]
    [InlineData(DigestFrequency.Never, "2026-12-05", null, null)]
    public void DigestDueSince_OnADay_IsWhereTheLastOneEnded(DigestFrequency frequency, string today, string? last, string? since)
    {
        var chosen = new NotificationPreference { Digest = frequency, DigestTo = last is null ? null : Day(last).AddHours(7) };

        Assert.Equal(since is null ? null : last is null ? Day(since) : Day(since).AddHours(7), chosen.DigestDueSince(
            Day(today).AddHours(7.5)));
    }

    [Fact]
    public void DigestDueSince_NoEmailsAtAll_IsNever() => Assert.Null(
        new NotificationPreference { Frequency = NotificationFrequency.Never }.DigestDueSince(Day("2026-11-25")));

    private static DateTimeOffset Day(string text) =>
        new(DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private async Task<(TestPartnership Here, TestPlan Plan, TestOfficer Officer)> MakeAsync(bool moves = true)
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here, projects: 3);
        if (moves)
        {
            await portal.Data.AcceptUpdateAsync(here, plan, plan.ProjectIds[0]);
            await portal.Data.SlipAsync(here, plan.ProjectIds[1], "31 December 2020", "Two posts are vacant");
            await portal.Data.CreateNoteAsync(here, plan.ProjectIds[0], "Secret title", released: true);
        }

        return (here, plan, await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan));
    }

    private Task<bool> SayAsync(TestPartnership here, TestPlan plan, string words, DateTimeOffset at) =>
        portal.Data.InTenantAsync(here.Id, database =>
        {
            var said = new PositionStatement { RecommendationId = plan.RecommendationId, HowWell = words, AsAt = new DateOnly(2020, 9, 30) };
            said.Write(here.Contributor.Id, at);
            said.Approve(here.Chief.Id, at);
            database.Add(said);
            return Task.FromResult(true);
        });

    /// <summary>As if the last digest had been ten days ago.</summary>
    private Task<bool> SetLastAsync(TestPerson officer) => portal.Data.OnPlatformAsync(async database =>
    {
        (await database.NotificationPreferences.SingleAsync(p => p.UserId == officer.Id)).DigestTo = DateTimeOffset.UtcNow.AddDays(-10);
        return true;
    });

    private async Task RunAsync()
    {
        await using var scope = portal.Host.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<SendDigestsJob>(scope.ServiceProvider).ExecuteAsync(CancellationToken.None);
    }
}
