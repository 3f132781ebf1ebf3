using Microsoft.Playwright;
using Xunit;

namespace InspectionPortal.BrowserTests.Journeys;

/// <summary>Somebody has forgotten their password and sets another by the link in their mailbox. axe looks at every page.</summary>
public sealed class PasswordResetJourney(BrowserFixture portal) : IClassFixture<BrowserFixture>
{
    private const string NewPassword = "harbour lantern maple quiet";

    [Fact]
    public async Task Password_Forgotten_IsSetByTheLinkFromTheMailbox()
    {
        var person = await portal.Data.CreatePersonAsync(BrowserFixture.Password);
        await using var visitor = await portal.VisitAsync(width: 375);

        await visitor.GoAsync("/account/sign-in");
        await visitor.FollowAsync("Forgotten your password?");
        await visitor.FillAsync("E-mail address", person.Email);
        await visitor.PressAsync("Send link");
        await visitor.GoAsync((await portal.Data.LastMailToAsync(person.Email)).Path);

        var field = visitor.Page.GetByLabel("New password", new PageGetByLabelOptions { Exact = true });
        await field.FillAsync(NewPassword);
        Assert.Equal("password", await field.GetAttributeAsync("type"));
        await visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Show password" }).ClickAsync();
        Assert.Equal("text", await field.GetAttributeAsync("type"));
        await visitor.PressAsync("Set password");

        await visitor.SignInAsync(person.Email, NewPassword);
        Assert.EndsWith("/account", visitor.Page.Url, StringComparison.Ordinal);
    }
}
