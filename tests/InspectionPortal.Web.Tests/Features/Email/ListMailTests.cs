using System.Net;
using InspectionPortal.Testing;
using InspectionPortal.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Web.Tests.Features.Email;

/// <summary>The administrator's page about e-mail that has not gone out.</summary>
public sealed class ListMailTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task Get_ParkedAndWaiting_ShowsParkedFirstWithTheReasonAndNeverTheText()
    {
        var parked = await WriteAsync(m => (m.State, m.LastFailure, m.Attempts) = (OutboxState.Parked, "550 No such mailbox", 1));
        var waiting = await WriteAsync(_ => { });
        var client = portal.ClientFor(await portal.Data.CreatePersonAsync(administrator: true));

        var page = (await client.GetPageAsync("/admin/mail")).ShouldBeOk();

        Assert.True(page.Text.IndexOf(parked.ToAddress, StringComparison.Ordinal) < page.Text.IndexOf(waiting.ToAddress, StringComparison.Ordinal));
        Assert.Contains("550 No such mailbox", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-token", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(parked.Subject, page.Html, StringComparison.Ordinal);
        var platform = (await client.GetPageAsync("/admin")).ShouldBeOk();
        Assert.Contains("parked", platform.Text, StringComparison.Ordinal);
        Assert.NotNull(platform.Find("a[href='/admin/mail']"));
    }

    [Fact]
    public async Task SendAgain_Parked_WaitsAgainIsSentAndIsInTheAudit()
    {
        var parked = await WriteAsync(m => (m.State, m.LastFailure, m.Attempts) = (OutboxState.Parked, "550 No such mailbox", 20));
        var administrator = await portal.Data.CreatePersonAsync(administrator: true);
        var client = portal.ClientFor(administrator);
        var form = (await client.GetPageAsync("/admin/mail")).ShouldBeOk();

        await form.SubmitAsync($"form[action='/admin/mail/{parked.Id}/send-again']");
        await form.SubmitAsync($"form[action='/admin/mail/{parked.Id}/send-again']");

        var row = await FindAsync(parked.Id);
        Assert.Equal((OutboxState.Waiting, 0), (row!.State, row.Attempts));
        var entries = await portal.Data.OnPlatformAsync(database =>
            database.PlatformAuditEntries.Where(e => e.EntityId == parked.Id.ToString()).ToListAsync());
        var entry = Assert.Single(entries);
        Assert.Equal(administrator.Id, entry.UserId);
        Assert.Contains("Changed e-mail", (await client.GetPageAsync("/admin")).ShouldBeOk().Text, StringComparison.Ordinal);
        await portal.Host.Services.GetRequiredService<OutboxSender>().SendDueAsync(CancellationToken.None);
        Assert.Equal(OutboxState.Sent, (await FindAsync(parked.Id))!.State);
    }

    [Fact]
    public async Task SendAgain_SentOrForgottenOrUnknown_SendsNothing()
    {
        var sent = await WriteAsync(m => m.State = OutboxState.Sent);
        var forgotten = await WriteAsync(m => (m.State, m.Text) = (OutboxState.Parked, string.Empty));
        var client = portal.ClientFor(await portal.Data.CreatePersonAsync(administrator: true));
        var form = (await client.GetPageAsync("/admin/partnerships/new")).ShouldBeOk();
        var token = form.Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;

        Assert.Equal(HttpStatusCode.Found, await PostAsync(client, sent.Id, token));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PostAsync(client, forgotten.Id, token));
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(client, Guid.NewGuid(), token));

        Assert.Equal(OutboxState.Sent, (await FindAsync(sent.Id))!.State);
        Assert.Equal(OutboxState.Parked, (await FindAsync(forgotten.Id))!.State);
    }

    [Fact]
    public async Task Get_ByALead_IsNotFound()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(partnership.Lead).GetPageAsync("/admin/mail")).Status);
    }

    [Fact]
    public async Task CleanUp_AtNight_ForgetsOldOnesAndParksWhatWaitedTooLong()
    {
        var now = DateTimeOffset.UtcNow;
        var old = await WriteAsync(m => (m.State, m.CreatedAt) = (OutboxState.Sent, now.AddDays(-31)));
        var recent = await WriteAsync(m => (m.State, m.CreatedAt) = (OutboxState.Sent, now.AddDays(-29)));
        var stale = await WriteAsync(m => m.CreatedAt = now.AddDays(-8));
        var fresh = await WriteAsync(m => m.CreatedAt = now.AddDays(-6));

        await portal.Host.Services.GetRequiredService<OutboxCleanUp>().CleanUpAsync(CancellationToken.None);

        Assert.Null(await FindAsync(old.Id));
        Assert.NotNull(await FindAsync(recent.Id));
        Assert.Equal(OutboxState.Waiting, (await FindAsync(fresh.Id))!.State);
        var parked = (await FindAsync(stale.Id))!;
        Assert.Equal((OutboxState.Parked, string.Empty, string.Empty), (parked.State, parked.Text, parked.Html));
        Assert.Contains("7 days", parked.LastFailure, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, Guid id, string token)
    {
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        return (await client.SendFormAsync($"/admin/mail/{id}/send-again", content)).Status;
    }

    private Task<OutboxMessage?> FindAsync(Guid id) =>
        portal.Data.OnPlatformAsync(database => database.OutboxMessages.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id));

    private Task<OutboxMessage> WriteAsync(Action<OutboxMessage> change) => portal.Data.RunAsync(null, (_, services) =>
    {
        var message = services.GetRequiredService<Outbox>().Add(
            "invitation", $"{TestData.Unique("alex")}@tests.example", "Alex",
            new MailContent(TestData.Unique("Subject")).Action("Accept", "https://portal.example/account/x?secret-token"));
        change(message);
        return Task.FromResult(message);
    });
}
