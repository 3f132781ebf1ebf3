using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace InspectionPortal.BrowserTests.Journeys;

/// <summary>A partnership lead closes a plan, a chief officer approves its closing report, and unfinished work goes on in the plan that follows.</summary>
public sealed class ClosePlanJourney(BrowserFixture portal) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData(1280)]
    [InlineData(375)]
    public async Task Plan_ClosedAndCarriedOver_LeadsFromOneToTheOther(int width)
    {
        var partnership = await portal.Data.CreatePartnershipAsync(p => (p.AsAt, p.Quorum) = (new DateOnly(2020, 10, 27), 1));
        var plan = await portal.Data.CreatePlanAsync(partnership, 3);
        await portal.Data.InTenantAsync(partnership.Id, async d => d.Remove(await d.ReportingPeriods.SingleAsync()));
        await using (var lead = await VisitAsync(partnership, PartnershipRole.PartnershipLead, width))
        {
            await lead.GoAsync(partnership.PlanPath);
            await lead.FollowAsync("Close the plan");
            await lead.Page.Locator("main form button.govuk-button").First.ClickAsync();
            await lead.PressAsync("Save and preview");
            await lead.Page.Locator("main form button.govuk-button:has-text('Submit')").First.ClickAsync();
            await lead.CheckAsync();
        }

        await using (var chief = await VisitAsync(partnership, PartnershipRole.ChiefOfficer, width))
        {
            await chief.FollowAsync("Check and approve the closing report");
            await chief.FollowButtonAsync("Check and approve");
            await chief.Page.Locator("main form button.govuk-button").First.ClickAsync();
            Assert.True(await chief.SeesAsync("1 of 1"));
        }

        await using var again = await VisitAsync(partnership, PartnershipRole.PartnershipLead, width);
        Assert.True(await again.SeesAsync("The plan of this partnership is closed"));
        await again.GoAsync(partnership.PlanPath);
        await again.FollowAsync("Carry work over into the plan that follows");
        await again.FillAsync("What is the plan that follows called?", "The next plan");
        await again.Page.Locator("main input[name=ProjectIds]").First.CheckAsync(new() { Force = true });
        await again.Page.Locator("main form .p-buttons button").First.ClickAsync();
        await again.Page.WaitForLoadStateAsync();
        await again.CheckAsync();

        await again.GoAsync(partnership.PlanPath);
        Assert.True(await again.SeesAsync("It goes on in"));
        await again.FollowAsync("The next plan");
        Assert.True(await again.SeesAsync("It follows"));
        Assert.True(await again.SeesAsync($"Project 1 {partnership.Canary}"));
        Assert.Equal(PlanState.Closed, await portal.Data.InTenantAsync(
            partnership.Id, d => d.Plans.Where(p => p.Id == plan.Id).Select(p => p.State).SingleAsync()));
    }

    private async Task<Visitor> VisitAsync(TestPartnership partnership, PartnershipRole role, int width)
    {
        var person = await portal.Data.CreatePersonAsync(BrowserFixture.Password);
        await portal.Data.AddRoleAsync(partnership, person, role);
        var visitor = await portal.VisitAsync(width);
        await visitor.SignInAsync(person.Email);
        await visitor.GoAsync($"/{partnership.Slug}");
        return visitor;
    }
}
