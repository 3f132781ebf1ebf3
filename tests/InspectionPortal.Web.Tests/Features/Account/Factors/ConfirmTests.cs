using System.Net;
using InspectionPortal.Domain.People;
using InspectionPortal.Testing;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Factors;
using InspectionPortal.Web.Tests.Features.Reports;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Web.Tests.Features.Account.Factors;

/// <summary>Confirming before an act that asks for it.</summary>
public sealed class ConfirmTests(FactorPortal portal) : IClassFixture<FactorPortal>
{
    [Fact]
    public async Task Post_WithAnOldProof_AsksForThePasswordKeepsWhatWasTypedAndGoesOn()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);
        var chief = await WithPasswordAsync(steps.Partnership.Chief);
        var client = steps.As(chief);
        await portal.ForgetConfirmationAsync(chief);

        var asked = await steps.PostAsync(client, "return", ("Sha256", await steps.HashAsync()), ("Comment", "Say why it slipped,\nplease"));
        Assert.Equal(HttpStatusCode.Forbidden, asked.Status);
        Assert.Empty((await steps.SubmissionsAsync()).Single().Approvals);

        var wrong = await asked.SubmitAsync("main form:not([data-passkey])", ("Confirmation.Password", "not this one at all"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal("Password is not correct. Enter it again", wrong.Errors.Single());
        Assert.Null(wrong.Find("#Confirmation_Password").GetAttribute("value"));

        var right = await wrong.SubmitAsync("main form:not([data-passkey])", ("Confirmation.Password", FactorPortal.Password));
        Assert.Equal((HttpStatusCode.TemporaryRedirect, $"{steps.Report}/return"), (right.Status, right.Location));
        var done = await wrong.SubmitToAsync("main form:not([data-passkey])", right.Location!);
        Assert.Equal(steps.Report, done.Location);
        Assert.Equal("Say why it slipped,\nplease", (await steps.SubmissionsAsync()).Single().Approvals.Single().Comment?.ReplaceLineEndings("\n"));
        Assert.Equal([SecurityEventKind.FactorFailed, SecurityEventKind.Confirmed], (await portal.EventsAsync(chief)).TakeLast(2));
    }

    [Fact]
    public async Task Post_WithAProofOfNineMinutes_GoesThrough()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);
        _ = steps.As(steps.Partnership.Chief);
        await portal.Data.OnPlatformAsync(async database =>
            (await database.UserSessions.SingleAsync(s => s.UserId == steps.Partnership.Chief.Id)).ConfirmedAt = DateTimeOffset.UtcNow.AddMinutes(-9));

        Assert.Equal(HttpStatusCode.Found, (await steps.ApproveAsync(steps.Partnership.Chief)).Status);
    }

    [Fact]
    public async Task Post_ByAPersonWithAnApp_IsConfirmedByItAndNotByThePassword()
    {
        var (person, client) = await portal.SignedInAsync(administrator: true);
        var (key, codes) = await portal.AddAppAsync(client);
        portal.Clock.Move(TimeSpan.FromMinutes(11));
        var asked = await PostBodyAsync(client);

        Assert.Empty(asked.Document.QuerySelectorAll("input[type=password]"));
        var byPassword = await asked.SubmitAsync("main form:not([data-passkey])", ("Confirmation.Password", FactorPortal.Password));
        Assert.Equal("Enter the code", byPassword.Errors.Single());
        var byCode = await asked.SubmitAsync("main form:not([data-passkey])", ("Confirmation.Code", TotpCodes.CodeOf(key, portal.Step)));
        Assert.Equal((HttpStatusCode.TemporaryRedirect, "/admin/bodies/new"), (byCode.Status, byCode.Location));
        Assert.Contains(SecurityEventKind.Confirmed, await portal.EventsAsync(person));

        portal.Clock.Move(TimeSpan.FromMinutes(11));
        var byRecovery = await (await PostBodyAsync(client)).SubmitAsync("main form:not([data-passkey])", ("Confirmation.Code", codes[0]));
        Assert.Equal(HttpStatusCode.TemporaryRedirect, byRecovery.Status);
    }

    [Fact]
    public async Task ChangePassword_ByAPersonWithAnApp_IsNoFreshProofAndNoLongerSession()
    {
        var (person, client) = await portal.SignedInAsync(administrator: true);
        await portal.AddAppAsync(client);
        var ends = (await portal.OpenSessionsAsync(person)).Single().ExpiresAt;
        portal.Clock.Move(TimeSpan.FromMinutes(11));

        var changed = await (await client.GetPageAsync("/account/password")).SubmitAsync(
            "main form", ("CurrentPassword", FactorPortal.Password), ("NewPassword", "harbour lantern maple quiet"));

        Assert.Equal("/account", changed.Location);
        Assert.NotEmpty((await PostBodyAsync(client)).Document.QuerySelectorAll("[name='Confirmation.Code']"));
        Assert.Equal(ends, (await portal.OpenSessionsAsync(person)).Single().ExpiresAt);
    }

    [Fact]
    public async Task Post_ByAPersonWithAPasskey_IsConfirmedByIt()
    {
        using var passkey = new TestPasskey();
        var (_, client) = await portal.SignedInAsync(administrator: true);
        await FactorPortal.AddPasskeyAsync(client, passkey);
        portal.Clock.Move(TimeSpan.FromMinutes(11));
        var asked = await PostBodyAsync(client);
        var (options, state) = await FactorPortal.QuestionAsync(client, asked.Find("form[data-passkey]").GetAttribute("data-passkey-question")!);

        var page = await asked.SubmitAsync(
            "form[data-passkey]", ("Confirmation.Credential", passkey.Get(options)), ("Confirmation.State", state));

        Assert.Equal((HttpStatusCode.TemporaryRedirect, "/admin/bodies/new"), (page.Status, page.Location));
        Assert.Equal(HttpStatusCode.Found, (await PostBodyAsync(client)).Status);
    }

    [Fact]
    public async Task Post_SeveralValuesOfOneField_AreAllKept()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var client = portal.ClientFor(here.Lead);
        await portal.ForgetConfirmationAsync(here.Lead);
        var form = (await client.GetPageAsync($"/{here.Slug}/people/invite")).ShouldBeOk();

        var asked = await form.SubmitAsync("main form", ("Name", "Ann Example"), ("Email", "ann@tests.example"), ("Roles", "Contributor"), ("Roles", "Reader"));

        Assert.Equal(HttpStatusCode.Forbidden, asked.Status);
        Assert.Equal(["Contributor", "Reader"], asked.Document.QuerySelectorAll("main input[name=Roles]").Select(i => i.GetAttribute("value")));
        Assert.Equal("Ann Example", asked.Find("main input[name=Name]").GetAttribute("value"));
        Assert.Single(asked.Document.QuerySelectorAll("main form:not([data-passkey]) input[name=__RequestVerificationToken]"));
    }

    [Fact]
    public async Task Get_OfAnArchive_AsksAndThenGoesThere()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var lead = await WithPasswordAsync(here.Lead);
        var client = portal.ClientFor(lead);
        await portal.ForgetConfirmationAsync(lead);
        var file = $"/{here.Slug}/archive/{Guid.NewGuid()}/file";

        var asked = await client.GetPageAsync(file);
        Assert.Equal(HttpStatusCode.Forbidden, asked.Status);
        var confirmed = await asked.SubmitAsync("main form:not([data-passkey])", ("Confirmation.Password", FactorPortal.Password));

        Assert.Equal((HttpStatusCode.Found, file), (confirmed.Status, confirmed.Location));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync(file)).Status);
    }

    [Fact]
    public async Task Post_ByOneWithoutThePermission_IsRefusedAndNotAsked()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);
        var client = steps.As(steps.Partnership.Reader);
        await portal.ForgetConfirmationAsync(steps.Partnership.Reader);

        var page = await steps.PostAsync(client, "approve", ("Sha256", await steps.HashAsync()));

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.DoesNotContain("Confirm", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    public async Task Confirm_ToAnotherSite_StaysHere(string to)
    {
        var (_, client) = await portal.SignedInAsync();

        var page = await FactorPortal.PostAsync(client, "/account/confirm", ("Confirmation.Password", FactorPortal.Password), ("Confirmation.To", to));

        Assert.Equal((HttpStatusCode.Found, "/account"), (page.Status, page.Location));
    }

    [Fact]
    public async Task Confirm_FiftyWrongPasswords_AreSlowed()
    {
        var (_, client) = await portal.SignedInAsync();
        portal.Clock.Move(TimeSpan.FromMinutes(11));
        var page = await FactorPortal.PostAsync(client, "/account/confirm", ("Confirmation.Password", "guess"));
        for (var i = 0; i < 50; i++)
        {
            page = await page.SubmitAsync("main form:not([data-passkey])", ("Confirmation.Password", $"guess {i}"));
        }

        Assert.Contains("too many attempts", page.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("too many attempts", (await page.SubmitAsync("main form:not([data-passkey])", ("Confirmation.Password", FactorPortal.Password))).Errors.Single(), StringComparison.Ordinal);
    }

    private static Task<TestPage> PostBodyAsync(HttpClient client)
    {
        var name = TestData.Unique("Body");
        return FactorPortal.PostAsync(client, "/admin/bodies/new", ("Name", name), ("ShortName", name));
    }

    private async Task<TestPerson> WithPasswordAsync(TestPerson person)
    {
        var stamp = await portal.Data.RunAsync(null, async (_, services) =>
        {
            var users = services.GetRequiredService<UserManager<PortalUser>>();
            var user = (await users.FindByIdAsync(person.Id.ToString()))!;
            Assert.True((await users.AddPasswordAsync(user, FactorPortal.Password)).Succeeded);
            return user.SecurityStamp!;
        });
        return person with { Stamp = stamp };
    }
}
