using System.Net;
using InspectionPortal.Testing;
using InspectionPortal.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Account.Factors;

/// <summary>Helping somebody who lost their phone and their passkey.</summary>
public sealed class ResetFactorsTests(FactorPortal portal) : IClassFixture<FactorPortal>
{
    [Fact]
    public async Task Post_ByAnAdministrator_RemovesEverythingEndsSessionsAndTellsThePerson()
    {
        using var passkey = new TestPasskey();
        var (_, administrator) = await portal.SignedInAsync(administrator: true);
        await portal.AddAppAsync(administrator);
        var (person, client) = await portal.SignedInAsync();
        await portal.AddAppAsync(client);
        await FactorPortal.AddPasskeyAsync(client, passkey);

        var page = (await administrator.GetPageAsync($"/admin/people/{person.Id}/factors")).ShouldBeOk();
        var done = await page.SubmitAsync("main form");

        Assert.Equal($"/admin/people/{person.Id}/factors", done.Location);
        Assert.Empty(await portal.OpenSessionsAsync(person));
        Assert.StartsWith("/account/sign-in", (await client.GetPageAsync("/account")).Location, StringComparison.Ordinal);
        Assert.Contains("was reset", (await portal.Data.LastMailToAsync(person.Email)).Subject, StringComparison.Ordinal);
        Assert.Equal(SecurityEventKind.FactorRemoved, (await portal.EventsAsync(person))[^1]);
        Assert.Empty(await portal.Data.OnPlatformAsync(database => database.UserTokens.Where(t => t.UserId == person.Id).ToListAsync()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await FactorPortal.UsePasskeyAsync(portal.Browser(), passkey)).Status);
        Assert.Equal("/", (await FactorPortal.SignInAsync(portal.Browser(), person)).Location);
    }

    [Fact]
    public async Task Post_OfOnesOwn_IsRefused()
    {
        var (person, administrator) = await portal.SignedInAsync(administrator: true);
        await portal.AddAppAsync(administrator);

        var page = await FactorPortal.PostAsync(administrator, $"/admin/people/{person.Id}/factors/reset");

        Assert.Contains("your own two-step sign-in", page.Errors.Single(), StringComparison.Ordinal);
        Assert.DoesNotContain(SecurityEventKind.FactorRemoved, await portal.EventsAsync(person));
    }

    [Fact]
    public async Task Post_ByAnybodyElse_IsNotFound()
    {
        var (person, _) = await portal.SignedInAsync();
        var (_, client) = await portal.SignedInAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await FactorPortal.PostAsync(client, $"/admin/people/{person.Id}/factors/reset")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/admin/people/{person.Id}/factors")).Status);
    }
}
