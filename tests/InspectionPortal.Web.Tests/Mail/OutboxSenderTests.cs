using InspectionPortal.Web.Mail;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace InspectionPortal.Web.Tests.Mail;

/// <summary>Sending what is in the outbox, to a real mail server that does not always behave.</summary>
public sealed class OutboxSenderTests(MailPortal portal) : IClassFixture<MailPortal>, IAsyncLifetime
{
    public Task InitializeAsync() => portal.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task SendDue_Waiting_IsDeliveredInTextAndHtmlAndItsWordsAreForgotten()
    {
        var address = await portal.WriteAsync();
        var written = await portal.RowAsync(address);

        await portal.SendAsync();

        var message = Assert.Single(portal.Smtp.Mailbox(address)).Message;
        Assert.Equal(written.MessageId, message.MessageId);
        Assert.Equal("Northshire Inspection Portal", Assert.IsType<MailboxAddress>(Assert.Single(message.From)).Name);
        Assert.True(message.Body!.ContentType.IsMimeType("multipart", "alternative"));
        Assert.Equal(["text/plain", "text/html"], message.BodyParts.Select(p => p.ContentType.MimeType));
        Assert.Contains("https://portal.example/account/x?y=1&z=2", message.TextBody, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme:dark", message.HtmlBody, StringComparison.Ordinal);
        Assert.Equal("auto-generated", message.Headers[HeaderId.AutoSubmitted]);
        var row = await portal.RowAsync(address);
        Assert.Equal((OutboxState.Sent, string.Empty, string.Empty, null), (row.State, row.Text, row.Html, row.ClaimId));
        Assert.NotNull(row.SentAt);
    }

    [Fact]
    public async Task SendDue_OnTwoNodesAtOnce_SendsEachMessageOnce()
    {
        var addresses = new List<string>();
        for (var i = 0; i < 20; i++)
        {
            addresses.Add(await portal.WriteAsync());
        }

        await Task.WhenAll(portal.SendAsync(), portal.SendAsync(), portal.SendAsync());

        Assert.All(addresses, address => Assert.Equal(1, portal.Smtp.Copies(address)));
    }

    [Fact]
    public async Task SendDue_WhileTheServerIsDown_LosesNothingAndWaitsLongerEachTime()
    {
        var address = await portal.WriteAsync();
        var waits = new List<double>();
        for (var i = 0; i < 3; i++)
        {
            await portal.SendAsync("dropping");
            var row = await portal.RowAsync(address);
            waits.Add(Math.Round((row.NextAttemptAt - portal.Clock.GetUtcNow()).TotalMinutes));
            portal.Clock.Move(row.NextAttemptAt - portal.Clock.GetUtcNow());
        }

        Assert.Equal([1, 2, 4], waits);
        Assert.Contains("could not be reached", (await portal.RowAsync(address)).LastFailure, StringComparison.Ordinal);
        await portal.SendAsync();
        Assert.Equal(1, portal.Smtp.Copies(address));
        Assert.Equal(OutboxState.Sent, (await portal.RowAsync(address)).State);
    }

    [Fact]
    public async Task SendDue_ServerNeverAnswers_GivesUpAndWaits()
    {
        var address = await portal.WriteAsync();

        using var sender = portal.Sender(portal.Options("silent", o => o.TimeoutSeconds = 1));
        await sender.SendDueAsync(CancellationToken.None);

        var row = await portal.RowAsync(address);
        Assert.Equal((OutboxState.Waiting, 1), (row.State, row.Attempts));
    }

    [Fact]
    public async Task SendDue_RefusedForNow_IsTriedAgainLaterAndTakesNobodyElseAlong()
    {
        var (later, other) = (await portal.WriteAsync("later-"), await portal.WriteAsync());

        await portal.SendAsync();
        await portal.SendAsync();

        Assert.Equal((OutboxState.Waiting, 1), await StateAsync(later));
        Assert.Contains("451 Try again later", (await portal.RowAsync(later)).LastFailure, StringComparison.Ordinal);
        Assert.Equal(1, portal.Smtp.Copies(other));
        portal.Clock.Move(TimeSpan.FromMinutes(2));
        await portal.SendAsync();
        Assert.Equal(1, portal.Smtp.Copies(later));
    }

    [Fact]
    public async Task SendDue_RefusedForNowForTwoDays_IsParkedWithTheReason()
    {
        var address = await portal.WriteAsync("always-later-");
        var start = portal.Clock.GetUtcNow();
        for (var i = 0; i < RetrySchedule.MostAttempts; i++)
        {
            await portal.SendAsync();
            var wait = (await portal.RowAsync(address)).NextAttemptAt - portal.Clock.GetUtcNow();
            portal.Clock.Move(i == RetrySchedule.MostAttempts - 1 ? TimeSpan.Zero : wait);
        }

        var row = await portal.RowAsync(address);
        Assert.Equal(OutboxState.Parked, row.State);
        Assert.Contains("Tried 20 times", row.LastFailure, StringComparison.Ordinal);
        Assert.Contains("Try again later", row.LastFailure, StringComparison.Ordinal);
        Assert.InRange((portal.Clock.GetUtcNow() - start).TotalHours, 48, 49);
        await portal.SendAsync();
        Assert.Equal(RetrySchedule.MostAttempts, portal.Smtp.Asked(address));
    }

    [Theory]
    [InlineData("refuse-", "550 No such mailbox here")]
    [InlineData("refuse-data-", "554 This looks like spam")]
    public async Task SendDue_RefusedForGood_IsParkedAtOnceAndTheRestGoesOut(string start, string reason)
    {
        var (refused, other) = (await portal.WriteAsync(start), await portal.WriteAsync());

        await portal.SendAsync();

        var row = await portal.RowAsync(refused);
        Assert.Equal((OutboxState.Parked, 1), (row.State, row.Attempts));
        Assert.Contains(reason, row.LastFailure, StringComparison.Ordinal);
        Assert.NotEmpty(row.Text);
        Assert.Equal(0, portal.Smtp.Copies(refused));
        Assert.Equal(1, portal.Smtp.Copies(other));
    }

    [Fact]
    public async Task SendDue_ServerDiesAfterAccepting_IsNotSentAgainSoonAndLeavesOneMessageInTheMailbox()
    {
        var address = await portal.WriteAsync("drop-data-");

        await portal.SendAsync();
        portal.Clock.Move(TimeSpan.FromMinutes(10));
        await portal.SendAsync();

        var row = await portal.RowAsync(address);
        Assert.Equal((OutboxState.Waiting, 1), (row.State, row.Attempts));
        Assert.Contains("before the mail server said whether it took the message", row.LastFailure, StringComparison.Ordinal);
        Assert.Equal(1, portal.Smtp.Copies(address));

        portal.Clock.Move(TimeSpan.FromMinutes(6));
        await portal.SendAsync();

        Assert.Equal(OutboxState.Sent, (await portal.RowAsync(address)).State);
        var copies = portal.Smtp.Received.Where(m => m.To.Contains(address)).ToList();
        Assert.Equal(2, copies.Count);
        Assert.Equal(copies[0].Message.MessageId, copies[1].Message.MessageId);
        Assert.Equal(copies[0].Message.Date, copies[1].Message.Date);
        Assert.Single(portal.Smtp.Mailbox(address));
    }

    [Theory]
    [InlineData("lose-data-")]
    [InlineData("drop-rcpt-")]
    public async Task SendDue_ConnectionLostBeforeTheServerHasIt_IsDeliveredLater(string start)
    {
        var (lost, other) = (await portal.WriteAsync(start), await portal.WriteAsync());

        await portal.SendAsync();
        Assert.Equal(0, portal.Smtp.Copies(lost));
        Assert.Equal(1, portal.Smtp.Copies(other));
        portal.Clock.Move(TimeSpan.FromMinutes(16));
        await portal.SendAsync();

        Assert.Equal(1, portal.Smtp.Copies(lost));
        Assert.Equal(OutboxState.Sent, (await portal.RowAsync(lost)).State);
    }

    [Fact]
    public async Task SendDue_DatabaseCannotNoteThatItWasTaken_IsNotSentAgainByThisProcess()
    {
        var address = await portal.WriteAsync();
        using var sender = portal.Sender(portal.Options("plain"));
        await portal.ExecuteAsync("alter table outbox_messages add constraint not_sent check (state <> 'Sent') not valid");
        try
        {
            await Assert.ThrowsAnyAsync<Exception>(() => sender.SendDueAsync(CancellationToken.None));
        }
        finally
        {
            await portal.ExecuteAsync("alter table outbox_messages drop constraint not_sent");
        }

        await portal.Smtp.SettleAsync();
        Assert.Equal(1, portal.Smtp.Copies(address));
        portal.Clock.Move(RetrySchedule.Lease + TimeSpan.FromMinutes(1));
        await sender.SendDueAsync(CancellationToken.None);
        await portal.Smtp.SettleAsync();

        Assert.Equal(1, portal.Smtp.Copies(address));
        Assert.Equal(OutboxState.Sent, (await portal.RowAsync(address)).State);
    }

    [Fact]
    public async Task SendDue_ClaimedByAProcessThatDied_IsSentOnceWhenTheClaimRunsOut()
    {
        var address = await portal.WriteAsync();
        var claims = new OutboxClaims(portal.Host.Services.GetRequiredService<IServiceScopeFactory>(), portal.Clock);
        Assert.NotNull(await claims.TakeAsync(CancellationToken.None));

        await portal.SendAsync();
        Assert.Equal(0, portal.Smtp.Copies(address));
        portal.Clock.Move(RetrySchedule.Lease + TimeSpan.FromSeconds(1));
        await portal.SendAsync();
        await portal.SendAsync();

        Assert.Equal(1, portal.Smtp.Copies(address));
    }

    [Fact]
    public async Task Mark_ByAnAttemptThatLostItsClaim_ChangesNothingUnlessTheServerTookIt()
    {
        var address = await portal.WriteAsync();
        var claims = new OutboxClaims(portal.Host.Services.GetRequiredService<IServiceScopeFactory>(), portal.Clock);
        var first = await claims.TakeAsync(CancellationToken.None);
        portal.Clock.Move(RetrySchedule.Lease + TimeSpan.FromSeconds(1));
        var second = await claims.TakeAsync(CancellationToken.None);

        Assert.False(await claims.MarkParkedAsync(first!, "Too late"));
        Assert.True(await claims.MarkSentAsync(first!));
        Assert.False(await claims.MarkLaterAsync(second!, "Not now", isUnknown: false));
        Assert.Equal(OutboxState.Sent, (await portal.RowAsync(address)).State);
    }

    [Fact]
    public async Task SendDue_NotSetUp_LeavesMessagesAlone()
    {
        var address = await portal.WriteAsync();

        using var sender = portal.Sender(new NoMailTransport());
        await sender.SendDueAsync(CancellationToken.None);

        Assert.Equal((OutboxState.Waiting, 0), await StateAsync(address));
    }

    [Fact]
    public async Task SendDue_AskedToStop_GivesTheMessageBackUntried()
    {
        var address = await portal.WriteAsync();
        using var stop = new CancellationTokenSource();
        using var sender = portal.Sender(new StoppingTransport(stop));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sender.SendDueAsync(stop.Token));

        Assert.Equal((OutboxState.Waiting, 0), await StateAsync(address));
        await portal.SendAsync();
        Assert.Equal(1, portal.Smtp.Copies(address));
    }

    private async Task<(OutboxState State, int Attempts)> StateAsync(string address)
    {
        var row = await portal.RowAsync(address);
        return (row.State, row.Attempts);
    }

    /// <summary>The portal is asked to stop while it connects.</summary>
    private sealed class StoppingTransport(CancellationTokenSource stop) : IMailTransport
    {
        public bool IsSetUp => true;

        public string Description => "nowhere";

        public async Task<IMailSession> OpenAsync(CancellationToken cancellationToken)
        {
            await stop.CancelAsync();
            throw new OperationCanceledException(cancellationToken);
        }
    }
}
