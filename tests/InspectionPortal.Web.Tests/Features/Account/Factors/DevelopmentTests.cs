using System.Net;
using InspectionPortal.Testing;
using InspectionPortal.Web.Tests.Features.Reports;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Account.Factors;

/// <summary>In Development nobody needs a second step, so that the demonstration accounts sign in with their password alone.</summary>
public sealed class DevelopmentTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    [Fact]
    public async Task SignIn_OfAnAdministrator_NeedsNoSecondStep()
    {
        var person = await portal.Data.CreatePersonAsync(AccountPortal.Password, administrator: true);
        var client = portal.Browser();

        Assert.Equal("/", (await AccountPortal.SignInAsync(client, person.Email, AccountPortal.Password)).Location);
        Assert.DoesNotContain("Set up two-step sign-in", (await client.GetPageAsync("/admin")).ShouldBeOk().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WithAnOldProofAndNoSecondStep_GoesThrough()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);
        _ = steps.As(steps.Partnership.Chief);
        await portal.Data.OnPlatformAsync(async database =>
            (await database.UserSessions.SingleAsync(s => s.UserId == steps.Partnership.Chief.Id)).ConfirmedAt = DateTimeOffset.UtcNow.AddDays(-1));

        Assert.Equal(HttpStatusCode.Found, (await steps.ApproveAsync(steps.Partnership.Chief)).Status);
    }

    [Fact]
    public async Task Post_WithAnOldProofAndASecondStep_Asks()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);
        var client = steps.As(steps.Partnership.Chief);
        await portal.Data.OnPlatformAsync(async database =>
        {
            (await database.UserSessions.SingleAsync(s => s.UserId == steps.Partnership.Chief.Id)).ConfirmedAt = DateTimeOffset.UtcNow.AddDays(-1);
            (await database.Users.SingleAsync(u => u.Id == steps.Partnership.Chief.Id)).TwoFactorEnabled = true;
            return true;
        });

        Assert.Contains("Confirm", (await steps.PostAsync(client, "approve", ("Sha256", await steps.HashAsync()))).Text, StringComparison.Ordinal);
    }
}
