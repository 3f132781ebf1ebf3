using System.Net;
using InspectionPortal.Testing;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Mail;
using InspectionPortal.Web.Tests.Features.Invitations;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;

namespace InspectionPortal.Web.Tests.Features.Platform;

/// <summary>A small installation without a mail server.</summary>
public sealed class HandOutInvitationTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task Post_WithoutAMailServer_ShowsTheAdministratorALinkAndTheLogsSaySo()
    {
        await using var host = portal.Host.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddSingleton(
            new MailAvailability(new ConfigurationBuilder().Build(), new HostingEnvironment { EnvironmentName = "Production" }))));
        var here = await portal.Data.CreatePartnershipAsync();
        var (lead, admin) = (ClientOf(host, here.Lead), ClientOf(host, await portal.Data.CreatePersonAsync(administrator: true)));
        var email = InvitationSteps.NewEmail();
        await (await lead.GetPageAsync($"/{here.Slug}/people/invite")).SubmitAsync("main form", ("Name", "New"), ("Email", email), ("Roles", "Reader"));

        var people = (await lead.GetPageAsync($"/{here.Slug}/people")).ShouldBeOk();
        var list = (await admin.GetPageAsync("/admin/invitations")).ShouldBeOk();
        var shown = await SendAsync(admin, list, "/link");

        Assert.Empty(await portal.Data.MailToAsync(email));
        Assert.Contains("cannot send e-mail", people.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/account/invitation", people.Html, StringComparison.Ordinal);
        var link = new Uri(shown.ShouldBeOk().Find("#invitation-link").TextContent).PathAndQuery;
        var form = (await ClientOf(host, null).GetPageAsync(link)).ShouldBeOk();
        Assert.Equal("/account/sign-in", (await form.SubmitAsync("main form", ("Name", "New"), ("Password", InvitationSteps.Password))).Location);
        Assert.Equal(1, await portal.Data.OnPlatformAsync(d => d.SecurityEvents.CountAsync(
            e => e.PartnershipId == here.Id && e.Kind == SecurityEventKind.InvitationLinkHandedOut)));
        Assert.Contains(
            await portal.Data.OnPlatformAsync(d => d.PlatformAuditEntries.Where(e => e.Command == "HandOutInvitation").Select(e => e.Changes).ToListAsync()),
            changes => changes.Contains("isHandedOut", StringComparison.OrdinalIgnoreCase) && !changes.Contains(link.Split("token=")[1], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_ByAnybodyElse_Is404()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        foreach (var person in here.People.Values)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(person).GetPageAsync("/admin/invitations")).Status);
        }
    }

    private static async Task<TestPage> SendAsync(HttpClient client, TestPage page, string step)
    {
        var action = page.Find($"button[formaction$='{step}']").GetAttribute("formaction")!;
        using var content = new FormUrlEncodedContent(
            [KeyValuePair.Create("__RequestVerificationToken", page.Find("input[name=__RequestVerificationToken]").GetAttribute("value")!)]);
        return await client.SendFormAsync(action, content);
    }

    private HttpClient ClientOf(WebApplicationFactory<Program> host, TestPerson? person)
    {
        var client = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });
        foreach (var header in portal.ClientFor(person).DefaultRequestHeaders)
        {
            client.DefaultRequestHeaders.Add(header.Key, header.Value);
        }

        return client;
    }
}
