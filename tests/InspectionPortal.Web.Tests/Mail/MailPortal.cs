using InspectionPortal.Testing;
using InspectionPortal.Testing.Smtp;
using InspectionPortal.Web.Mail;
using InspectionPortal.Web.Tests.Features.Account;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace InspectionPortal.Web.Tests.Mail;

/// <summary>A portal beside a real mail server, with a clock to move.</summary>
public sealed class MailPortal : PortalFixture
{
    public SmtpTestServer Smtp { get; private set; } = null!;

    public AccountPortal.MovableClock Clock { get; private set; } = new();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Smtp = await SmtpTestServer.StartAsync();
    }

    public override async Task DisposeAsync()
    {
        await Smtp.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <summary>An empty outbox and the time of day, as each test begins.</summary>
    public async Task ResetAsync()
    {
        Clock = new AccountPortal.MovableClock();
        await ExecuteAsync("delete from outbox_messages");
    }

    /// <summary>Runs a statement as the owner of the schema.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(OwnerConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>How the portal reaches one of the test's mail servers.</summary>
    public MailOptions Options(string server, Action<MailOptions>? change = null)
    {
        var options = new MailOptions
        {
            Host = "localhost",
            Port = Smtp.Port(server),
            Security = MailSecurity.None,
            From = "portal@inspection.example",
            FromName = "Northshire Inspection Portal",
            TimeoutSeconds = 20,
        };
        change?.Invoke(options);
        return options;
    }

    /// <summary>What sends the outbox, as one node of the portal.</summary>
    public OutboxSender Sender(MailOptions options) => Sender(new SmtpTransport(Microsoft.Extensions.Options.Options.Create(options), Factory(options)));

    /// <summary>What sends the outbox by this way, as one node of the portal.</summary>
    public OutboxSender Sender(IMailTransport transport) => new(
        new OutboxClaims(Host.Services.GetRequiredService<IServiceScopeFactory>(), Clock), transport, Clock, NullLogger<OutboxSender>.Instance);

    /// <summary>Sends what is due over one of the test's mail servers.</summary>
    public async Task SendAsync(string server = "plain")
    {
        using var sender = Sender(Options(server));
        await sender.SendDueAsync(CancellationToken.None);
        await Smtp.SettleAsync();
    }

    /// <summary>Writes a message to the address that begins so, and gives the address.</summary>
    public async Task<string> WriteAsync(string start = "", string name = "Alex", string subject = "Come in")
    {
        var address = $"{start}{TestData.Unique("alex")}@tests.example";
        await WriteToAsync(address, name, subject);
        return address;
    }

    /// <summary>Writes a message to this address.</summary>
    public Task<OutboxMessage> WriteToAsync(string address, string name = "Alex", string subject = "Come in") => Data.RunAsync(null, (_, services) =>
        Task.FromResult(services.GetRequiredService<Outbox>().Add(
            "invitation", address, name, new MailContent(subject).Paragraph("You are invited.").Action("Accept", "https://portal.example/account/x?y=1&z=2"))));

    /// <summary>The one message to this address as the outbox has it.</summary>
    public Task<OutboxMessage> RowAsync(string address) =>
        Data.OnPlatformAsync(database => database.OutboxMessages.AsNoTracking().SingleAsync(m => m.ToAddress == address));

    private static MimeMessageFactory Factory(MailOptions options) => new(Microsoft.Extensions.Options.Options.Create(options));
}
