using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Account.Factors;

/// <summary>Who may not be without a second step, and from when.</summary>
public sealed class RequirementTests(FactorPortal portal) : IClassFixture<FactorPortal>
{
    private const string SetUp = "/account/factors";

    [Fact]
    public async Task Administrator_WithoutOne_GetsNowhereButToTheSetUp()
    {
        var (_, client) = await portal.SignedInAsync(administrator: true);

        foreach (var page in new[] { "/", "/admin", "/account", "/account/password", "/inspect" })
        {
            Assert.Equal(SetUp, (await client.GetPageAsync(page)).Location);
        }

        Assert.Equal(SetUp, (await FactorPortal.PostAsync(client, "/admin/bodies/new", ("Name", "x"))).Location);
        (await client.GetPageAsync("/public/help")).ShouldBeOk();
        Assert.Contains("Set up two-step sign-in to continue", (await client.GetPageAsync(SetUp)).ShouldBeOk().Text, StringComparison.Ordinal);
        await portal.AddAppAsync(client);
        (await client.GetPageAsync("/admin")).ShouldBeOk();
    }

    [Fact]
    public async Task Administrator_WithoutOne_CanSignOut()
    {
        var (person, client) = await portal.SignedInAsync(administrator: true);

        Assert.Equal("/account/sign-in", (await FactorPortal.PostAsync(client, "/account/sign-out")).Location);
        Assert.Empty(await portal.OpenSessionsAsync(person));
    }

    [Theory]
    [InlineData(PartnershipRole.PartnershipLead, true)]
    [InlineData(PartnershipRole.ChiefOfficer, true)]
    [InlineData(PartnershipRole.Contributor, false)]
    [InlineData(PartnershipRole.Reader, false)]
    public async Task Member_WithoutOne_HasFourteenDaysFromWhenTheyWereFirstAsked(PartnershipRole role, bool isAsked)
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var person = here.People[role];

        await ShouldHaveGraceAsync(person, $"/{here.Slug}/plans", isAsked);
    }

    [Fact]
    public async Task LinkOfficer_WithoutOne_HasFourteenDaysFromWhenTheyWereFirstAsked()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var officer = await portal.Data.CreateOfficerAsync(here, await portal.Data.CreatePlanAsync(here), GrantScope.LivePlan);

        await ShouldHaveGraceAsync(officer.Person, "/inspect", isAsked: true);
    }

    private async Task ShouldHaveGraceAsync(TestPerson person, string page, bool isAsked)
    {
        var client = portal.ClientFor(person);
        var first = (await client.GetPageAsync(page)).ShouldBeOk();
        var since = await SinceAsync(person);
        Assert.Equal(isAsked, since is not null);
        Assert.Equal(isAsked, first.Text.Contains("Set up two-step sign-in", StringComparison.Ordinal));
        if (since is null)
        {
            return;
        }

        Assert.Contains(since.Value.AddDays(14).ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture), first.Text, StringComparison.Ordinal);
        await MoveBackAsync(person, since.Value - TimeSpan.FromDays(13.9));
        (await client.GetPageAsync(page)).ShouldBeOk();
        await MoveBackAsync(person, since.Value - TimeSpan.FromDays(14));
        Assert.Equal(SetUp, (await client.GetPageAsync(page)).Location);
        Assert.Equal(SetUp, (await client.GetPageAsync("/account/nothing-here")).Location);
    }

    private Task<DateTimeOffset?> SinceAsync(TestPerson person) =>
        portal.Data.OnPlatformAsync(database => database.Users.Where(u => u.Id == person.Id).Select(u => u.SecondFactorRequiredSince).SingleAsync());

    private Task<bool> MoveBackAsync(TestPerson person, DateTimeOffset since) => portal.Data.OnPlatformAsync(async database =>
    {
        (await database.Users.SingleAsync(u => u.Id == person.Id)).SecondFactorRequiredSince = since;
        return true;
    });
}
