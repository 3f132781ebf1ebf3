using System.Net;
using InspectionPortal.Testing;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Tests.Features.Account;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Platform;

public sealed class AccountsTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    [Fact]
    public async Task List_OfPeople_FindsThemAndSaysHowTheyStand()
    {
        var admin = portal.ClientFor(await portal.Data.CreatePersonAsync(administrator: true));
        var (active, pending) = (await portal.Data.CreatePersonAsync(AccountPortal.Password), await portal.Data.CreatePersonAsync());
        await AccountPortal.SignInAsync(portal.Browser(), active.Email, AccountPortal.Password);

        var row = (await admin.GetPageAsync($"/admin/people?search={active.Email.ToUpperInvariant()}")).ShouldBeOk().Find("main tbody tr").TextContent;

        Assert.Contains("Confirmed", row, StringComparison.Ordinal);
        Assert.Contains("None", row, StringComparison.Ordinal);
        Assert.DoesNotContain("Never", row, StringComparison.Ordinal);
        Assert.Contains("Pending", (await admin.GetPageAsync($"/admin/people?search={pending.Email}")).Find("main tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Contains("No accounts match", (await admin.GetPageAsync($"/admin/people?search={pending.Email}&status=Disabled")).Text, StringComparison.Ordinal);
        Assert.Contains("No accounts match", (await admin.GetPageAsync("/admin/people?search=%25_%25_%25")).Text, StringComparison.Ordinal);
        (await admin.GetPageAsync("/admin/people?page=-5&status=rubbish")).ShouldBeOk();
        (await admin.GetPageAsync("/admin/people?page=2147483647")).ShouldBeOk();
    }

    [Fact]
    public async Task List_AndPerson_ShowNothingFromInsideAPartnership()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var admin = portal.ClientFor(await portal.Data.CreatePersonAsync(administrator: true));

        foreach (var path in new[] { $"/admin/people?search={here.Lead.Email}", $"/admin/people/{here.Lead.Id}" })
        {
            var page = (await admin.GetPageAsync(path)).ShouldBeOk();
            Assert.Contains(here.Lead.Email, page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(here.Canary, page.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Pages_ForAnybodyElse_AreNotFound()
    {
        var here = await portal.Data.CreatePartnershipAsync();

        foreach (var path in new[] { "/admin/people", $"/admin/people/{here.Lead.Id}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(here.Lead).GetPageAsync(path)).Status);
        }
    }

    [Fact]
    public async Task Disable_SomebodySignedIn_EndsTheirSessionsAndKillsTheirLinks()
    {
        var admin = portal.ClientFor(await portal.Data.CreatePersonAsync(administrator: true));
        var person = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        var copy = portal.CopyOf(await AccountPortal.SignInAsync(portal.Browser(), person.Email, AccountPortal.Password));
        var detail = await admin.GetPageAsync($"/admin/people/{person.Id}");
        Assert.Equal($"/admin/people/{person.Id}", (await detail.SubmitAsync("form[action$='/link']")).Location);
        var mail = await portal.Data.OnPlatformAsync(database => database.OutboxMessages.SingleAsync(m => m.ToAddress == person.Email && m.Kind == PasswordResetSender.MessageKind));
        var link = "/account/reset-password" + mail.Text.Split("/account/reset-password")[1].Split('\n')[0];
        (await portal.Browser().GetPageAsync(link)).ShouldBeOk();

        await detail.SubmitAsync("form[action$='/disable']");

        Assert.StartsWith("/account/sign-in", (await copy.GetPageAsync("/account")).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AccountPortal.SignInAsync(portal.Browser(), person.Email, AccountPortal.Password)).Status);
        detail = await admin.GetPageAsync($"/admin/people/{person.Id}");
        Assert.Contains("Disabled", detail.Text, StringComparison.Ordinal);
        await detail.SubmitAsync("form[action$='/enable']");
        Assert.Equal("/", (await AccountPortal.SignInAsync(portal.Browser(), person.Email, AccountPortal.Password)).Location);
        Assert.StartsWith("/account/sign-in", (await copy.GetPageAsync("/account")).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await portal.Browser().GetPageAsync(link)).Status);
        Assert.Equal(
            [SecurityEventKind.PasswordResetAsked, SecurityEventKind.AccountDisabled, SecurityEventKind.AccountEnabled],
            (await KindsAsync(person)).Where(k => k is not (SecurityEventKind.SignedIn or SecurityEventKind.SignInFailed)));
    }

    [Fact]
    public async Task EndSessions_OfSomebody_SignsThemOutEverywhere()
    {
        var admin = portal.ClientFor(await portal.Data.CreatePersonAsync(administrator: true));
        var person = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        var copy = portal.CopyOf(await AccountPortal.SignInAsync(portal.Browser(), person.Email, AccountPortal.Password));

        await (await admin.GetPageAsync($"/admin/people/{person.Id}")).SubmitAsync("form[action$='/end-sessions']");

        Assert.StartsWith("/account/sign-in", (await copy.GetPageAsync("/account")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disable_Oneself_IsRefused()
    {
        var me = await portal.Data.CreatePersonAsync(administrator: true);
        var admin = portal.ClientFor(me);
        Assert.Null((await admin.GetPageAsync($"/admin/people/{me.Id}")).Document.QuerySelector("form[action$='/disable']"));

        var page = await PostAsync(admin, $"/admin/people/{me.Id}/disable");

        Assert.Contains("cannot disable your own account", Assert.Single(page.Errors), StringComparison.Ordinal);
        (await admin.GetPageAsync("/admin/people")).ShouldBeOk();
    }

    [Fact]
    public async Task Disable_TwoAdministratorsEachOtherAtOnce_LeavesOne()
    {
        var (one, two) = (await portal.Data.CreatePersonAsync(administrator: true), await portal.Data.CreatePersonAsync(administrator: true));
        var (first, second) = (portal.ClientFor(one), portal.ClientFor(two));

        // Whoever is disabled first can open no page any more, so both have their forms before either is sent.
        var (tokenOfFirst, tokenOfSecond) = (await TokenAsync(first), await TokenAsync(second));
        await Task.WhenAll(
            PostAsync(first, $"/admin/people/{two.Id}/disable", tokenOfFirst), PostAsync(second, $"/admin/people/{one.Id}/disable", tokenOfSecond));

        Assert.Equal(1, await portal.Data.OnPlatformAsync(database => database.Users.CountAsync(u => (u.Id == one.Id || u.Id == two.Id) && u.IsDisabled)));
    }

    [Fact]
    public async Task SendLink_ToSomebodyPending_SaysWhatToDo()
    {
        var admin = portal.ClientFor(await portal.Data.CreatePersonAsync(administrator: true));
        var pending = await portal.Data.CreatePersonAsync();

        var page = await PostAsync(admin, $"/admin/people/{pending.Id}/link");

        Assert.Contains("send a new invitation", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(admin, $"/admin/people/{Guid.NewGuid()}/link")).Status);
    }

    private static async Task<string> TokenAsync(HttpClient client) =>
        (await client.GetPageAsync("/account")).Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;

    private static async Task<TestPage> PostAsync(HttpClient client, string path) => await PostAsync(client, path, await TokenAsync(client));

    private static async Task<TestPage> PostAsync(HttpClient client, string path, string token)
    {
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        return await client.SendFormAsync(path, content);
    }

    private Task<List<SecurityEventKind>> KindsAsync(TestPerson person) => portal.Data.OnPlatformAsync(
        database => database.SecurityEvents.Where(e => e.AboutUserId == person.Id).OrderBy(e => e.At).ThenBy(e => e.Id).Select(e => e.Kind).ToListAsync());
}
