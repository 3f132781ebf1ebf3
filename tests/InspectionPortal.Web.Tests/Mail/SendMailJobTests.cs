using System.Diagnostics;
using InspectionPortal.Web.Mail;
using InspectionPortal.Web.Tests.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Web.Tests.Mail;

/// <summary>The job that sends the outbox, on a node of its own that is killed.</summary>
public sealed class SendMailJobTests(MailPortal portal) : IClassFixture<MailPortal>, IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        await portal.ResetAsync();
        await portal.ExecuteAsync("delete from hangfire.jobqueue; delete from hangfire.job");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Add_TwoMessagesInOneTransaction_StartsTheJobOnce()
    {
        await portal.Data.RunAsync(null, (_, services) =>
        {
            var outbox = services.GetRequiredService<Outbox>();
            outbox.Add("notice", "one@tests.example", "One", new MailContent("One"));
            outbox.Add("notice", "two@tests.example", "Two", new MailContent("Two"));
            return Task.FromResult(true);
        });

        Assert.Single(await portal.RunsAsync<SendMailJob>("Enqueued"));
    }

    [Fact]
    public async Task Add_InWorkThatFails_StartsNoJob()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => portal.Data.RunAsync<bool>(null, (_, services) =>
        {
            services.GetRequiredService<Outbox>().Add("notice", "one@tests.example", "One", new MailContent("One"));
            throw new InvalidOperationException("The work fails.");
        }));

        Assert.Empty(await portal.RunsAsync<SendMailJob>("Enqueued"));
    }

    [Theory]
    [InlineData("hang-rcpt-", 1)]
    [InlineData("hang-data-", 2)]
    public async Task Run_NodeKilledWhileItSends_MailboxHoldsTheMessageOnce(string start, int copies)
    {
        var address = await portal.WriteAsync(start);
        using (var node = StartNode())
        {
            try
            {
                await portal.Smtp.UntilAsync(s => s.Asked(address) == 1 && s.Copies(address) == copies - 1);
            }
            finally
            {
                await JobPortal.EndAsync(node, isKilled: true);
            }
        }

        await portal.SendAsync();
        Assert.Equal(copies - 1, portal.Smtp.Copies(address));
        var row = await portal.RowAsync(address);
        Assert.Equal((OutboxState.Waiting, 1), (row.State, row.Attempts));
        Assert.NotNull(row.ClaimId);

        portal.Clock.Move(RetrySchedule.Lease + TimeSpan.FromMinutes(1));
        await portal.SendAsync();
        await portal.SendAsync();

        Assert.Equal(copies, portal.Smtp.Copies(address));
        Assert.Single(portal.Smtp.Mailbox(address));
        Assert.Equal(OutboxState.Sent, (await portal.RowAsync(address)).State);
    }

    /// <summary>A node of the portal as a process of its own, which runs jobs and sends over the test's mail server.</summary>
    private Process StartNode()
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, WorkingDirectory = AppContext.BaseDirectory };
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add("http://127.0.0.1:0");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ConnectionStrings__Portal"] = portal.AppConnection;
        start.Environment["Portal__DataDirectory"] = portal.DataDirectory;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["Mail__Host"] = "localhost";
        start.Environment["Mail__Port"] = $"{portal.Smtp.Port("plain")}";
        start.Environment["Mail__Security"] = nameof(MailSecurity.None);
        start.Environment["Mail__From"] = "portal@inspection.example";
        start.Environment["Mail__TimeoutSeconds"] = "60";
        return Process.Start(start)!;
    }
}
