using System.Net;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Web.Tests.Tenancy;

/// <summary>The first wall: who gets in, and for how long.</summary>
public sealed class TenantAccessTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Get_AsMember_IsOk()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();

        (await portal.ClientFor(partnership.Lead).GetPageAsync($"/{partnership.Slug}/measures")).ShouldBeOk();
    }

    [Theory]
    [InlineData(PartnershipState.Suspended)]
    [InlineData(PartnershipState.Closed)]
    public async Task Get_PartnershipNotActive_Is404(PartnershipState state)
    {
        var partnership = await portal.Data.CreatePartnershipAsync(p => p.State = state);

        Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(partnership.Lead).GetPageAsync($"/{partnership.Slug}/measures")).Status);
    }

    [Fact]
    public async Task Get_RoleTakenAway_Is404AtTheNextRequest()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        var client = portal.ClientFor(partnership.Reader);
        (await client.GetPageAsync($"/{partnership.Slug}/measures")).ShouldBeOk();

        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            database.RemoveRange(await database.Memberships.Where(m => m.UserId == partnership.Reader.Id).ToListAsync());
            return true;
        });

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/{partnership.Slug}/measures")).Status);
    }

    [Fact]
    public async Task Get_StampMovedOn_AsksToSignInAgain()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        var client = portal.ClientFor(partnership.Reader);
        await portal.Data.RunAsync(null, async (_, services) =>
        {
            var users = services.GetRequiredService<UserManager<PortalUser>>();
            return await users.UpdateSecurityStampAsync((await users.FindByIdAsync(partnership.Reader.Id.ToString()))!);
        });

        Assert.StartsWith("/account/sign-in", (await client.GetPageAsync($"/{partnership.Slug}/measures")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AccountDisabled_AsksToSignInAgain()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        await portal.Data.OnPlatformAsync(async database =>
        {
            (await database.Users.FirstAsync(u => u.Id == partnership.Reader.Id)).IsDisabled = true;
            return true;
        });

        Assert.StartsWith(
            "/account/sign-in", (await portal.ClientFor(partnership.Reader).GetPageAsync($"/{partnership.Slug}/measures")).Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("revoked")]
    [InlineData("expired")]
    [InlineData("not yet")]
    [InlineData("another officer")]
    public async Task Get_GrantThatDoesNotHold_Is404(string why)
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(partnership);
        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan);
        var client = portal.ClientFor(officer.Person);
        Assert.NotEqual(HttpStatusCode.NotFound, (await client.GetPageAsync($"/{partnership.Slug}/reports")).Status);

        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            var grant = await database.ScrutinyGrants.FirstAsync(g => g.Id == officer.GrantId);
            _ = why switch
            {
                "revoked" => (object?)(grant.RevokedAt = DateTimeOffset.UtcNow),
                "expired" => grant.Until = DateTimeOffset.UtcNow.AddSeconds(-1),
                "not yet" => grant.From = DateTimeOffset.UtcNow.AddHours(1),
                _ => grant.OfficerUserId = partnership.Lead.Id,
            };
            return true;
        });

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/{partnership.Slug}/reports")).Status);
    }

    [Fact]
    public async Task Get_PersonOfTwoPartnerships_EntersBothAndSeesOnlyTheOneAsked()
    {
        var one = await portal.Data.CreatePartnershipAsync();
        var two = await portal.Data.CreatePartnershipAsync();
        await portal.Data.CreatePlanAsync(one);
        await portal.Data.CreatePlanAsync(two);
        await portal.Data.InTenantAsync(two.Id, database =>
        {
            database.Add(new Membership { UserId = one.Reader.Id, Role = PartnershipRole.Reader });
            return Task.FromResult(true);
        });
        var client = portal.ClientFor(one.Reader);

        var page = (await client.GetPageAsync(two.PlanPath)).ShouldBeOk();

        Assert.Contains($"Aim {two.Canary}", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"Aim {one.Canary}", page.Html, StringComparison.Ordinal);
    }
}
