using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Home;

/// <summary>The list on home that leads a new partnership through its first hour.</summary>
public sealed class SetUpTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Get_EmptyPartnership_ListsEachStepAndOffersTheImportFirst()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        await RemoveOthersAsync(here);
        using var client = portal.ClientFor(here.Lead);

        var page = (await client.GetPageAsync($"/{here.Slug}")).ShouldBeOk();

        Assert.Contains("0 of 6 done.", page.Text, StringComparison.Ordinal);
        Assert.Equal($"/{here.Slug}/plans/import", page.Find("main .govuk-button").GetAttribute("href"));
        Assert.Contains("Only partnership leads are here", page.Text, StringComparison.Ordinal);
        foreach (var link in page.Document.QuerySelectorAll("main .p-task a[href^='/']").Select(a => a.GetAttribute("href")!))
        {
            (await client.OpenAsync(link)).ShouldBeOk();
        }
    }

    [Fact]
    public async Task Get_PartlySetUp_CountsWhatIsMissingAndGoesAwayWhenAllIsDone()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here);
        await portal.Data.InTenantAsync(here.Id, async database =>
        {
            database.RemoveRange(await database.ResponsibilityHolders.ToListAsync());
            return true;
        });
        using var client = portal.ClientFor(here.Lead);

        var page = (await client.GetPageAsync($"/{here.Slug}")).ShouldBeOk();
        Assert.Contains("4 of 6 done.", page.Text, StringComparison.Ordinal);
        Assert.Contains("2 projects in the plan", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 recommendation added", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 lead has no one assigned, so no one is asked for their updates", page.Text, StringComparison.Ordinal);
        Assert.Contains("3 other people here or invited", page.Text, StringComparison.Ordinal);
        foreach (var person in new[] { here.Contributor, here.Chief, here.Reader })
        {
            Assert.DoesNotContain("Set up the partnership", (await portal.ClientFor(person).GetPageAsync($"/{here.Slug}"))
                .ShouldBeOk().Text, StringComparison.Ordinal);
        }

        await portal.Data.InTenantAsync(here.Id, database =>
        {
            var holder = new ResponsibilityHolder { LeadResponsibilityId = plan.ResponsibilityId, UserId = here.Contributor.Id };
            holder.From = new DateOnly(2020, 1, 1);
            database.Add(holder);
            return Task.FromResult(holder.Id);
        });
        await portal.Data.CreateOfficerAsync(here, plan, GrantScope.ApprovedReports);
        Assert.DoesNotContain("Set up the partnership", (await client.GetPageAsync($"/{here.Slug}")).ShouldBeOk().Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_InvitationThatWasWithdrawn_IsNotCounted()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        await RemoveOthersAsync(here);
        using var client = portal.ClientFor(here.Lead);
        var form = (await client.GetPageAsync($"/{here.Slug}/people/invite")).ShouldBeOk();
        var invited = await form.SubmitAsync(
            "main form:not(.p-done__undo)", ("Name", "Second lead"), ("Email", $"{Guid.NewGuid():N}@tests.example"), ("Roles", "Contributor"));
        Assert.NotNull(invited.Location);
        Assert.Contains("There is no chief officer to approve reports yet", (await client.GetPageAsync($"/{here.Slug}")).Text, StringComparison.Ordinal);

        var people = (await client.GetPageAsync($"/{here.Slug}/people")).ShouldBeOk();
        using var content = new FormUrlEncodedContent(
            [KeyValuePair.Create("__RequestVerificationToken", people.Find("input[name=__RequestVerificationToken]").GetAttribute("value")!)]);
        await client.SendFormAsync(people.Find("#invitations button[formaction$='/withdraw']").GetAttribute("formaction")!, content);

        Assert.Contains("Only partnership leads are here", (await client.GetPageAsync($"/{here.Slug}")).Text, StringComparison.Ordinal);
    }

    private Task<bool> RemoveOthersAsync(TestPartnership here) => portal.Data.InTenantAsync(here.Id, async database =>
    {
        database.RemoveRange(await database.Memberships.Where(m => m.Role != PartnershipRole.PartnershipLead).ToListAsync());
        return true;
    });
}
