using System.Net;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Testing;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Mail;
using InspectionPortal.Web.Notifications;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InspectionPortal.Web.Tests.Notifications;

public sealed class NotificationTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    private const string Words = "Confidential words of the plan";

    [Fact]
    public async Task SentBack_TellsTheWriterAtOnceWithoutTheComment()
    {
        var (here, plan) = await MakeAsync();
        var update = await SubmittedAsync(here, plan, 0);
        await SendBackAsync(here, update);

        await RunAsync(TimeSpan.Zero);

        var mail = Assert.Single(await portal.Data.MailToAsync(here.Contributor.Email));
        Assert.Equal($"{here.Name}: an update was sent back to you", mail.Subject);
        Assert.Contains("Your update of 1.1 for July to September 2020 was sent back, with a comment.", mail.Text,
            StringComparison.Ordinal);
        Assert.DoesNotContain(Words, mail.Text + mail.Html, StringComparison.Ordinal);
        var page = await portal.ClientFor(here.Contributor).OpenAsync(new Uri(mail.Links[0]).PathAndQuery);
        Assert.Contains(Words, page.ShouldBeOk().Text, StringComparison.Ordinal);
        await RunAsync(TimeSpan.Zero);
        Assert.Single(await portal.Data.MailToAsync(here.Contributor.Email));
    }

    [Fact]
    public async Task SeveralThings_AreOneEmail()
    {
        var (here, plan) = await MakeAsync();
        foreach (var at in new[] { 0, 1 })
        {
            await SendBackAsync(here, await SubmittedAsync(here, plan, at));
        }

        await Task.WhenAll(RunAsync(TimeSpan.Zero), RunAsync(TimeSpan.Zero));

        var mail = Assert.Single(await portal.Data.MailToAsync(here.Contributor.Email));
        Assert.Equal($"{here.Name}: 2 things for you", mail.Subject);
        Assert.Contains("update of 1.1", mail.Text, StringComparison.Ordinal);
        Assert.Contains("update of 1.2", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Job_CutOffAfterTheEmailIsWritten_WritesItOnceNextTime()
    {
        var (here, plan) = await MakeAsync();
        await SendBackAsync(here, await SubmittedAsync(here, plan, 0));
        await AsOwnerAsync(
            "create function fail_here() returns trigger language plpgsql as $$ begin raise exception 'cut off'; end $$; "
            + "create trigger cut_off before update or delete on notifications for each row execute function fail_here();");
        try
        {
            await RunAsync(TimeSpan.Zero);
            Assert.Empty(await portal.Data.MailToAsync(here.Contributor.Email));
        }
        finally
        {
            await AsOwnerAsync("drop trigger cut_off on notifications; drop function fail_here();");
        }

        await RunAsync(TimeSpan.Zero);
        await RunAsync(TimeSpan.Zero);

        Assert.Single(await portal.Data.MailToAsync(here.Contributor.Email));
    }

    [Fact]
    public async Task Submitted_TellsTheLeadOnceADayAndNotTheOneWhoDidIt()
    {
        var (here, plan) = await MakeAsync();
        var form = await portal.ClientFor(here.Contributor)
            .GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}/update?period={plan.PeriodId}");
        await form.SubmitAsync("form.p-update", ("Intent", "Submit"), ("Rag", "on-track"), ("Entries[0].Text", Words));

        await RunAsync(TimeSpan.Zero);
        Assert.Empty(await portal.Data.MailToAsync(here.Lead.Email));

        await RunAsync(TimeSpan.FromDays(1.5));
        var mail = Assert.Single(await portal.Data.MailToAsync(here.Lead.Email));
        Assert.Contains("submitted the update of 1.1.", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.Empty(await portal.Data.MailToAsync(here.Contributor.Email));
    }

    [Theory]
    [InlineData(NotificationFrequency.Daily, 0, 1)]
    [InlineData(NotificationFrequency.Never, 0, 0)]
    public async Task Choice_Any_IsKeptTo(NotificationFrequency choice, int now, int nextDay)
    {
        var (here, plan) = await MakeAsync();
        var page = (await portal.ClientFor(here.Contributor).GetPageAsync("/account/notifications")).ShouldBeOk();
        Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync("main form", ("Frequency", choice.ToString()))).Status);
        await SendBackAsync(here, await SubmittedAsync(here, plan, 0));

        await RunAsync(TimeSpan.Zero);
        Assert.Equal(now, (await portal.Data.MailToAsync(here.Contributor.Email)).Count);

        await RunAsync(TimeSpan.FromDays(1.5));
        Assert.Equal(nextDay, (await portal.Data.MailToAsync(here.Contributor.Email)).Count);
        Assert.DoesNotContain(await WaitingAsync(here), n => n.UserId == here.Contributor.Id);
    }

    [Fact]
    public async Task Unsubscribe_ByTheLinkOrByOneClick_StopsEmails()
    {
        var (here, plan) = await MakeAsync();
        await SendBackAsync(here, await SubmittedAsync(here, plan, 0));
        await RunAsync(TimeSpan.Zero);
        var mail = Assert.Single(await portal.Data.MailToAsync(here.Contributor.Email));
        var link = new Uri(mail.Links[^1]).PathAndQuery;
        var row = await portal.Data.OnPlatformAsync(
            d => d.OutboxMessages.AsNoTracking().Where(m => m.ToAddress == here.Contributor.Email).FirstAsync());
        var headers = portal.Host.Services.GetRequiredService<MimeMessageFactory>().TryMake(row)!.Headers;
        Assert.Equal($"<{mail.Links[^1]}>", headers["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", headers["List-Unsubscribe-Post"]);

        var nobody = portal.ClientFor(null);
        var asked = (await nobody.GetPageAsync(link)).ShouldBeOk();
        Assert.Contains("Stop e-mails", asked.Text, StringComparison.Ordinal);
        Assert.Null(await ChoiceAsync(here.Contributor));
        using var click = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
        Assert.Contains("E-mails stopped", (await nobody.SendFormAsync(link, click)).ShouldBeOk().Html, StringComparison.Ordinal);
        Assert.Equal(NotificationFrequency.Never, await ChoiceAsync(here.Contributor));
    }

    [Fact]
    public async Task Unsubscribe_ForgedLink_IsNotFound()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(null).GetPageAsync("/account/unsubscribe/forged")).Status);
        using var click = new FormUrlEncodedContent([]);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(null).SendFormAsync("/account/unsubscribe/forged", click)).Status);
    }

    [Fact]
    public async Task WhoLeft_IsNotWrittenTo()
    {
        var (here, plan) = await MakeAsync();
        await SendBackAsync(here, await SubmittedAsync(here, plan, 0));
        await portal.Data.InTenantAsync(here.Id, async d => d.Remove(await d.Memberships.FirstAsync(m => m.UserId == here.Contributor.Id)));

        await RunAsync(TimeSpan.Zero);

        Assert.Empty(await portal.Data.MailToAsync(here.Contributor.Email));
    }

    [Fact]
    public async Task Demonstration_WritesToNoOne()
    {
        var (here, plan) = await MakeAsync(isDemonstration: true);
        await SendBackAsync(here, await SubmittedAsync(here, plan, 0));

        await RunAsync(TimeSpan.Zero);

        Assert.Empty(await portal.Data.MailToAsync(here.Contributor.Email));
    }

    [Fact]
    public async Task Comment_TellsTheWriterAndWhoIsNamedAndIsShownToMembersOnly()
    {
        var (here, plan) = await MakeAsync();
        var update = await SubmittedAsync(here, plan, 0);
        var path = $"/{here.Slug}/updates/{update}/comments";
        var page = (await portal.ClientFor(here.Lead).GetPageAsync(path)).ShouldBeOk();

        var text = $"{Words}. @{Name(here.Chief)}, can you help? @Someone Who-Left";
        var both = await Task.WhenAll(
            page.SubmitAsync("#comments form", ("CommentText", text)), page.SubmitAsync("#comments form", ("CommentText", text)));

        Assert.All(both, sent => Assert.True(sent.Status is HttpStatusCode.Redirect or HttpStatusCode.Conflict, sent.Status.ToString()));
        var shown = (await portal.ClientFor(here.Contributor).GetPageAsync(path)).ShouldBeOk();
        Assert.Single(shown.Document.QuerySelectorAll("#comments .p-entry"));
        Assert.Contains("@Someone Who-Left", shown.Text, StringComparison.Ordinal);
        await RunAsync(TimeSpan.Zero);
        Assert.Equal($"{here.Name}: you were mentioned", Assert.Single(await portal.Data.MailToAsync(here.Chief.Email)).Subject);
        var mail = Assert.Single(await portal.Data.MailToAsync(here.Contributor.Email));
        Assert.Equal($"{here.Name}: a new comment", mail.Subject);
        Assert.DoesNotContain(Words, mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await portal.ClientFor(here.Reader).GetPageAsync(path)).Status);
        Assert.Contains(Words, (await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/updates/{update}/review"))
            .Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Enter a comment")]
    [InlineData("long", "must be 4,000 characters or fewer")]
    public async Task Comment_EmptyOrTooLong_IsRefusedAndKept(string text, string message)
    {
        var (here, plan) = await MakeAsync();
        var update = await SubmittedAsync(here, plan, 0);
        var page = (await portal.ClientFor(here.Contributor).GetPageAsync($"/{here.Slug}/updates/{update}/comments")).ShouldBeOk();
        var typed = text == "long" ? new string('x', UpdateComment.TextMaxLength + 1) : text;

        var sent = await page.SubmitAsync("#comments form", ("CommentText", typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.Contains(message, Assert.Single(sent.Errors), StringComparison.Ordinal);
        Assert.Equal(typed, sent.Find("[name=CommentText]").TextContent.Trim());
        Assert.Equal(0, await portal.Data.InTenantAsync(here.Id, d => d.UpdateComments.CountAsync()));
    }

    private static string Name(TestPerson person) => person.Email.Split('@')[0];

    private Task<NotificationFrequency?> ChoiceAsync(TestPerson person) => portal.Data.OnPlatformAsync(d =>
        d.NotificationPreferences.Where(p => p.UserId == person.Id).Select(p => (NotificationFrequency?)p.Frequency).FirstOrDefaultAsync());

    private Task<List<Notification>> WaitingAsync(TestPartnership here) =>
        portal.Data.InTenantAsync(here.Id, d => d.Notifications.AsNoTracking().Where(n => n.SentAt == null).ToListAsync());

    private Task<Guid> SubmittedAsync(TestPartnership here, TestPlan plan, int at) =>
        portal.Data.CreateUpdateAsync(here, plan, plan.ProjectIds[at], UpdateState.Submitted);

    private async Task SendBackAsync(TestPartnership here, Guid update)
    {
        var page = (await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/updates/{update}/review")).ShouldBeOk();
        Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync("#send-back", ("Comment", Words))).Status);
    }

    private async Task<(TestPartnership Here, TestPlan Plan)> MakeAsync(bool isDemonstration = false)
    {
        var here = await portal.Data.CreatePartnershipAsync(p => p.AsAt = isDemonstration ? new DateOnly(2020, 10, 27) : null);
        return (here, await portal.Data.CreatePlanAsync(here));
    }

    /// <summary>Runs the job some time from now.</summary>
    private async Task AsOwnerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(portal.OwnerConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task RunAsync(TimeSpan later)
    {
        await using var node = portal.Host.WithWebHostBuilder(
            b => b.ConfigureTestServices(s => s.AddSingleton<TimeProvider>(new LaterClock(later))));
        await ActivatorUtilities.CreateInstance<SendNotificationsJob>(node.Services).ExecuteAsync(CancellationToken.None);
    }

    private sealed class LaterClock(TimeSpan later) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow + later;
    }
}
