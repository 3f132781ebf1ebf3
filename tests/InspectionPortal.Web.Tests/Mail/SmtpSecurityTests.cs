using InspectionPortal.Testing.Smtp;
using InspectionPortal.Web.Mail;

namespace InspectionPortal.Web.Tests.Mail;

/// <summary>Whom the portal hands its messages to, and how.</summary>
public sealed class SmtpSecurityTests(MailPortal portal) : IClassFixture<MailPortal>, IAsyncLifetime
{
    public Task InitializeAsync() => portal.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("starttls", MailSecurity.StartTls)]
    [InlineData("tls", MailSecurity.Tls)]
    public async Task SendDue_CertificateOfTheOwnAuthority_GoesOverTlsSignedIn(string server, MailSecurity security)
    {
        var address = await portal.WriteAsync();
        var password = Path.Combine(portal.DataDirectory, "smtp-password");
        await File.WriteAllTextAsync(password, $"{SmtpTestServer.Password}\n");

        await SendAsync(server, o =>
        {
            o.Security = security;
            o.CertificateAuthorityFile = portal.Smtp.CertificateFile;
            o.User = SmtpTestServer.User;
            o.PasswordFile = password;
        });

        var delivery = Assert.Single(portal.Smtp.Mailbox(address));
        Assert.True(delivery.IsSecure);
        Assert.Equal(SmtpTestServer.User, delivery.User);
    }

    [Theory]
    [InlineData("starttls", MailSecurity.StartTls)]
    [InlineData("tls", MailSecurity.Tls)]
    public async Task SendDue_CertificateThatNothingTrusts_SendsNothing(string server, MailSecurity security)
    {
        var address = await portal.WriteAsync();

        await SendAsync(server, o => o.Security = security);

        await NothingWasSentAsync(address, "certificate is not trusted");
    }

    [Fact]
    public async Task SendDue_CertificateForAnotherName_SendsNothing()
    {
        var address = await portal.WriteAsync();

        await SendAsync("starttls", o =>
        {
            o.Host = "127.0.0.2";
            o.Security = MailSecurity.StartTls;
            o.CertificateAuthorityFile = portal.Smtp.CertificateFile;
        });

        var row = await portal.RowAsync(address);
        Assert.Equal(OutboxState.Waiting, row.State);
        Assert.Equal(0, portal.Smtp.Asked(address));
    }

    [Fact]
    public async Task SendDue_ServerOffersNoStartTls_SendsNothingInClear()
    {
        var address = await portal.WriteAsync();

        await SendAsync("plain", o => o.Security = MailSecurity.StartTls);

        await NothingWasSentAsync(address, "does not offer STARTTLS");
    }

    [Fact]
    public async Task SendDue_WrongPassword_ParksNothing()
    {
        var address = await portal.WriteAsync();

        await SendAsync("starttls", o =>
        {
            o.Security = MailSecurity.StartTls;
            o.CertificateAuthorityFile = portal.Smtp.CertificateFile;
            o.User = SmtpTestServer.User;
            o.Password = "another";
        });

        await NothingWasSentAsync(address, "refused the user name or the password");
        Assert.DoesNotContain("another", (await portal.RowAsync(address)).LastFailure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendDue_ServerWantsSignInAndNoneIsConfigured_ParksNothing()
    {
        var address = await portal.WriteAsync();

        await SendAsync("starttls", o =>
        {
            o.Security = MailSecurity.StartTls;
            o.CertificateAuthorityFile = portal.Smtp.CertificateFile;
        });

        Assert.Equal(OutboxState.Waiting, (await portal.RowAsync(address)).State);
        Assert.Equal(0, portal.Smtp.Copies(address));
    }

    [Theory]
    [InlineData("Mail:From", "from")]
    [InlineData("Mail:From", "two")]
    [InlineData("Mail:ReplyTo", "reply")]
    [InlineData("Mail:Security", "clear")]
    [InlineData("Mail:Port", "port")]
    [InlineData("Mail:TimeoutSeconds", "time")]
    [InlineData("Mail:User", "user")]
    [InlineData("Mail:PasswordFile", "file")]
    [InlineData("Mail:CertificateAuthorityFile", "authority")]
    public void Options_Wrong_AreRefusedWithTheSettingsName(string setting, string what)
    {
        var options = new MailOptions { Host = "mail.example", From = "portal@inspection.example" };
        Assert.True(new MailOptionsValidator().Validate(null, options).Succeeded);
        switch (what)
        {
            case "from": options.From = null; break;
            case "two": options.From = "a@b.example, c@d.example"; break;
            case "reply": options.ReplyTo = "nobody"; break;
            case "clear": options.Security = MailSecurity.None; break;
            case "port": options.Port = 0; break;
            case "time": options.TimeoutSeconds = 0; break;
            case "user": options.User = "portal"; break;
            case "file": options.PasswordFile = "/nowhere/password"; break;
            default: options.CertificateAuthorityFile = "/nowhere/ca.pem"; break;
        }

        var failure = Assert.Single(new MailOptionsValidator().Validate(null, options).Failures!);

        Assert.StartsWith(setting, failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_NoHost_NeedNothingElse() => Assert.True(new MailOptionsValidator().Validate(null, new MailOptions()).Succeeded);

    private async Task SendAsync(string server, Action<MailOptions> change)
    {
        using var sender = portal.Sender(portal.Options(server, change));
        await sender.SendDueAsync(CancellationToken.None);
        await portal.Smtp.SettleAsync();
    }

    private async Task NothingWasSentAsync(string address, string reason)
    {
        var row = await portal.RowAsync(address);
        Assert.Equal(OutboxState.Waiting, row.State);
        Assert.Contains(reason, row.LastFailure, StringComparison.Ordinal);
        Assert.Equal(0, portal.Smtp.Asked(address));
        Assert.Equal(0, portal.Smtp.Copies(address));
    }
}
