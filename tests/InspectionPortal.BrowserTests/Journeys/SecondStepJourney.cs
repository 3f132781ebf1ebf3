using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Testing;
using InspectionPortal.Web.Identity.Factors;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace InspectionPortal.BrowserTests.Journeys;

/// <summary>
/// Somebody adds a passkey, signs in with it and removes it. A chief officer sets up an authenticator app on a phone, signs in with it, and confirms
/// with it before a quarter goes back. axe looks at every page on the way.
/// </summary>
public sealed class SecondStepJourney(BrowserFixture portal) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task Passkey_IsAddedSignsInAndIsRemoved()
    {
        var person = await portal.Data.CreatePersonAsync(BrowserFixture.Password);
        await using var visitor = await portal.VisitAsync();
        await AddAuthenticatorAsync(visitor.Page);
        await visitor.SignInAsync(person.Email);
        await visitor.FollowAsync("Passkeys and authenticator app");
        await visitor.FillAsync("Name of the new passkey", "Blue tablet");
        await ClickAsync(visitor, "Add a passkey", "**/account/factors/passkeys");
        Assert.Equal(10, await visitor.Page.Locator(".p-codes li").CountAsync());
        await visitor.FollowButtonAsync("I have saved my codes");
        Assert.True(await visitor.SeesAsync("Blue tablet"));
        await visitor.GoAsync("/account");
        await visitor.PressFirstAsync("Sign out");

        await visitor.GoAsync("/account/sign-in");
        await ClickAsync(visitor, "Sign in with a passkey", "**/account");
        await visitor.FollowAsync("Passkeys and authenticator app");
        Assert.False(await visitor.Page.GetByText("Never", new PageGetByTextOptions { Exact = true }).IsVisibleAsync());
        await visitor.PressFirstAsync("Remove");
        Assert.True(await visitor.SeesAsync("Passkey removed."));
        Assert.False(await visitor.Page.GetByText("Blue tablet").IsVisibleAsync());
    }

    [Theory]
    [InlineData(375, true)]
    [InlineData(1280, false)]
    public async Task App_IsSetUpSignsInAndConfirmsBeforeAQuarterGoesBack(int width, bool javaScript)
    {
        var (partnership, report) = await SubmittedAsync();
        await using var chief = await portal.VisitAsync(width, javaScript);
        await chief.SignInAsync(partnership.Chief.Email);
        await chief.GoAsync("/account/factors");
        await chief.FollowButtonAsync("Set up an authenticator app");
        var app = new App((await chief.Page.Locator(".p-key").TextContentAsync())!);
        await chief.FillAsync("Code", app.Next(), exact: true);
        await chief.PressAsync("Set up");
        await chief.FollowButtonAsync("I have saved my codes");
        await chief.GoAsync("/account");
        await chief.PressFirstAsync("Sign out");

        await chief.SignInAsync(partnership.Chief.Email);
        await chief.FillAsync("Code", app.Next(), exact: true);
        await chief.PressAsync("Sign in");
        await portal.Data.OnPlatformAsync(async database => (await database.UserSessions.SingleAsync(s => s.UserId == partnership.Chief.Id && s.EndedAt == null))
            .ConfirmedAt = DateTimeOffset.UtcNow - SecondFactorRules.ConfirmationLifetime);

        await chief.GoAsync($"{report}/return");
        await chief.Page.Locator("#Comment").FillAsync("Say why it slipped,\nplease");
        await chief.PressFirstAsync("Return");
        Assert.True(await chief.SeesAsync("You will not lose anything you entered."));
        await chief.FillAsync("Code", app.Next(), exact: true);
        await chief.PressAsync("Confirm and continue");

        Assert.True(await chief.SeesAsync("Quarter returned to the partnership lead with your comments"));
        var comment = await portal.Data.InTenantAsync(partnership.Id, database => database.Approvals.Select(a => a.Comment).SingleAsync());
        Assert.Equal("Say why it slipped,\nplease", comment?.ReplaceLineEndings("\n"));
    }

    /// <summary>A device with a passkey store and a fingerprint that always fits.</summary>
    private static async Task AddAuthenticatorAsync(IPage page)
    {
        var devTools = await page.Context.NewCDPSessionAsync(page);
        await devTools.SendAsync("WebAuthn.enable");
        await devTools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    private static async Task ClickAsync(Visitor visitor, string button, string lands)
    {
        await visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button }).ClickAsync();
        await visitor.Page.WaitForURLAsync(lands);
        await visitor.CheckAsync();
    }

    private async Task<(TestPartnership Partnership, string Report)> SubmittedAsync()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(partnership, 2);
        await portal.Data.AcceptUpdateAsync(partnership, plan, plan.ProjectIds[0]);
        await portal.Data.AdvancePeriodAsync(partnership, plan.PeriodId, PeriodState.WithLead);
        await GivePasswordAsync(partnership.Lead);
        await GivePasswordAsync(partnership.Chief);
        var report = $"/{partnership.Slug}/reports/{plan.PeriodId}";
        await using var lead = await portal.VisitAsync(javaScript: false);
        await lead.SignInAsync(partnership.Lead.Email);
        await lead.GoAsync($"{report}/submit");
        await lead.Page.Locator("#submit-quarter button").ClickAsync();
        Assert.True(await lead.SeesAsync("Quarter submitted."));
        return (partnership, report);
    }

    private Task<bool> GivePasswordAsync(TestPerson person) => portal.Data.RunAsync(null, async (_, services) =>
    {
        var users = services.GetRequiredService<UserManager<PortalUser>>();
        var user = (await users.FindByIdAsync(person.Id.ToString()))!;
        return (await users.AddPasswordAsync(user, BrowserFixture.Password)).Succeeded;
    });

    /// <summary>An authenticator app that never shows a code twice.</summary>
    private sealed class App(string typed)
    {
        private readonly string _key = typed.Replace(" ", string.Empty, StringComparison.Ordinal).ToUpperInvariant();
        private long _last;

        public string Next()
        {
            var now = TotpCodes.StepAt(DateTimeOffset.UtcNow);
            _last = Math.Max(now - 1, _last + 1);
            return TotpCodes.CodeOf(_key, _last);
        }
    }
}
