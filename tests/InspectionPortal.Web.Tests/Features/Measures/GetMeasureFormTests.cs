using InspectionPortal.Testing;

namespace InspectionPortal.Web.Tests.Features.Measures;

public sealed class GetMeasureFormTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task GetForm_SeveralPlans_NamesThePlanOfEachPlace()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        await portal.Data.CreatePlanAsync(here);
        Assert.DoesNotContain(await PlacesAsync(here), p => p.StartsWith("Plan ", StringComparison.Ordinal));

        var second = await portal.Data.CreatePlanAsync(here);
        await portal.Data.InTenantAsync(here.Id, async d => (await d.Plans.FindAsync(here.Id, second.Id))!.Title = "The next plan");

        Assert.Equal(
            [$"Plan {here.Canary}", "The next plan"],
            (await PlacesAsync(here)).Select(p => p.Split(": ")[0]).Distinct().Order(StringComparer.Ordinal));
    }

    private async Task<List<string>> PlacesAsync(TestPartnership here) =>
        [.. (await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/measures/new")).ShouldBeOk()
            .Document.QuerySelectorAll("#On optgroup").Select(g => g.GetAttribute("label")!)];
}
