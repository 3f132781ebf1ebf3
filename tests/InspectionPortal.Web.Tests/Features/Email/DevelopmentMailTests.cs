using System.Net;
using InspectionPortal.Testing;
using InspectionPortal.Web.Mail;
using InspectionPortal.Web.Tests.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Web.Tests.Features.Email;

/// <summary>Reading e-mail in Development, where there is no mail server.</summary>
public sealed class DevelopmentMailTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task SendDue_InDevelopment_WritesAFileThatAnybodyCanReadAndMarksItSent()
    {
        var mail = await SendAsync();
        var client = portal.ClientFor(null);

        var list = (await client.GetPageAsync("/account/dev-mail")).ShouldBeOk();
        var page = (await client.GetPageAsync(list.Find($"a:contains('{mail.Subject}')").GetAttribute("href")!)).ShouldBeOk();

        Assert.Equal("https://portal.example/account/x?y=1&z=2", page.Find(".p-mail-text a[href*='/account/x']").GetAttribute("href"));
        Assert.Contains("You are <b>invited</b>.", page.Text, StringComparison.Ordinal);
        Assert.Contains(mail.ToAddress, page.Text, StringComparison.Ordinal);
        Assert.Equal("/account/x?y=1&z=2", new Uri((await portal.Data.LastMailToAsync(mail.ToAddress)).Links[0]).PathAndQuery);
        var file = Assert.Single(Directory.GetFiles(Path.Combine(portal.DataDirectory, "mail")), f => File.ReadAllText(f).Contains(mail.ToAddress, StringComparison.Ordinal));
        Assert.Contains("-invitation-", file, StringComparison.Ordinal);
        Assert.Contains("Subject: Ymuno â’r cynllun", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetHtml_InDevelopment_IsAPageThatRunsAndLoadsNothing()
    {
        var mail = await SendAsync();
        var client = portal.ClientFor(null);
        var list = (await client.GetPageAsync("/account/dev-mail")).ShouldBeOk();
        var address = list.Find($"a:contains('{mail.Subject}')").GetAttribute("href")!;

        var page = (await client.GetPageAsync($"{address}/html")).ShouldBeOk();

        var policy = Assert.Single(page.Response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.EndsWith("sandbox", policy, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;invited", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("..%2Fappsettings")]
    [InlineData("..%2F..%2Fappsettings.json")]
    [InlineData("nothing")]
    [InlineData("C:%5Cwindows")]
    public async Task Get_NameThatIsNoMessage_IsNotFound(string name) =>
        Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(null).GetPageAsync($"/account/dev-mail/{name}")).Status);

    [Fact]
    public async Task Get_InProduction_IsNotFoundEvenForTheAdministrator()
    {
        var mail = await SendAsync();
        var name = Path.GetFileNameWithoutExtension(Directory.GetFiles(Path.Combine(portal.DataDirectory, "mail"))[0]);
        await using var production = portal.Host.WithWebHostBuilder(builder => builder.UseEnvironment("Production")
            .UseSetting("Portal:PublicAddress", "https://portal.test").UseSetting("Proxy:Addresses:0", "127.0.0.1")
            .UseSetting("DataProtection:Certificate", TestCertificates.Pfx(portal.DataDirectory, "mail", "one"))
            .UseSetting("DataProtection:CertificatePassword", "one"));
        var client = production.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://portal.test") });
        var administrator = await portal.Data.CreatePersonAsync(administrator: true);
        await portal.Data.OnPlatformAsync(async database => (await database.Users.SingleAsync(u => u.Id == administrator.Id)).TwoFactorEnabled = true);
        using var open = portal.ClientFor(administrator);
        client.DefaultRequestHeaders.Add(HeaderSignIn.UserHeader, administrator.Id.ToString());
        client.DefaultRequestHeaders.Add(HeaderSignIn.StampHeader, administrator.Stamp);

        foreach (var address in new[] { "/account/dev-mail", $"/account/dev-mail/{name}", $"/account/dev-mail/{name}/html" })
        {
            var page = await client.GetPageAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, page.Status);
            Assert.DoesNotContain(mail.ToAddress, page.Html, StringComparison.Ordinal);
        }

        Assert.False(production.Services.GetRequiredService<IMailTransport>().IsSetUp);
        Assert.Contains("E-mail is not set up", (await client.GetPageAsync("/admin")).ShouldBeOk().Text, StringComparison.Ordinal);
    }

    private async Task<OutboxMessage> SendAsync()
    {
        var message = await portal.Data.RunAsync(null, (_, services) => Task.FromResult(services.GetRequiredService<Outbox>().Add(
            "invitation", $"{TestData.Unique("alex")}@tests.example", "Alex",
            new MailContent($"Ymuno â’r cynllun {TestData.Unique("n")}").Paragraph("You are <b>invited</b>.").Action("Accept", "https://portal.example/account/x?y=1&z=2"))));
        await portal.Host.Services.GetRequiredService<OutboxSender>().SendDueAsync(CancellationToken.None);
        return message;
    }
}
