using System.Net;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;

namespace InspectionPortal.Web.Tests.Features.Measures;

public sealed class ListMeasuresTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Get_List_ShowsNewestFigureAndNextTargetAsWritten()
    {
        var (partnership, plan) = await MakeAsync();
        await portal.Data.InTenantAsync(partnership.Id, database =>
        {
            database.Add(new Measure { PlanId = plan.Id, AimId = plan.AimId, Title = "Measure of the aim", Kind = MeasureKind.Balancing });
            database.Add(new Measure { PlanId = plan.Id, DriverId = plan.DriverId, Title = "Measure of the driver" });
            return Task.FromResult(true);
        });
        var page = await PageAsync(partnership, partnership.Reader, "measures");
        Assert.Contains("4 measures, 2 with figures", page.Text, StringComparison.Ordinal);
        Assert.Contains("46%", page.Text, StringComparison.Ordinal);
        Assert.Contains("by 30 September 2020", page.Text, StringComparison.Ordinal);
        Assert.Contains("Measure of the aim Aim 1 Balancing", page.Text, StringComparison.Ordinal);
        Assert.Contains("Measure of the driver Aim 1", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_EmptyList_SaysHowToBegin()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        Assert.Contains("No measures yet", (await PageAsync(partnership, partnership.Lead, "measures")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OneThatIHold_LeadsToItsFigures()
    {
        var (partnership, plan) = await MakeAsync();
        foreach (var measure in plan.MeasureIds)
        {
            Assert.Empty((await PageAsync(partnership, partnership.Contributor, $"measures/{measure}")).Document.QuerySelectorAll("main .govuk-button"));
        }

        await portal.Data.InTenantAsync(partnership.Id, async database => (await database.Measures.FindAsync(partnership.Id, plan.MeasureIds[0]))!.LeadResponsibilityId = plan.ResponsibilityId);

        var held = await PageAsync(partnership, partnership.Contributor, $"measures/{plan.MeasureIds[0]}");
        Assert.Equal($"/{partnership.Slug}/measures/{plan.MeasureIds[0]}/figures", held.Find(".p-head__action .govuk-button").GetAttribute("href"));
        Assert.DoesNotContain("Rebase", held.Find(".p-toolbar").TextContent, StringComparison.Ordinal);
        Assert.Empty((await PageAsync(partnership, partnership.Contributor, $"measures/{plan.MeasureIds[1]}")).Document.QuerySelectorAll("main .govuk-button"));
    }

    [Fact]
    public async Task Get_One_ShowsWhatIsCountedAndDerivesNothing()
    {
        var (partnership, plan) = await MakeAsync();
        var id = plan.MeasureIds[0];
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            var measure = (await database.Measures.FindAsync(partnership.Id, id))!;
            (measure.Definition, measure.DataSource, measure.Frequency, measure.LeadResponsibilityId, measure.Direction, measure.Baseline) =
                ("Share assessed", "Health board", "Monthly", plan.ResponsibilityId, MeasureDirection.Up, "11%");
            measure.Points.Add(new DataPoint { ValueText = "18%", ChangeText = "-/+", Position = 5, Note = "As written" });
            database.Add(new RecommendationLink { RecommendationId = plan.RecommendationId, MeasureId = id, Basis = LinkBasis.Stated });
            return true;
        });
        var page = await PageAsync(partnership, partnership.Lead, $"measures/{id}");
        foreach (var words in new[] { "Outcome measure, monthly", "46%, 30 September 2020", "Share assessed", "Health board", $"Post {partnership.Canary}", "Up", "11%", "18%", "-/+", "No date stated", "As written", "50%", "recommendation 1" })
        {
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
        }

        Assert.Equal($"/{partnership.Slug}/measures/{id}/figures", page.Find(".p-head__action .govuk-button").GetAttribute("href"));
        Assert.Empty((await PageAsync(partnership, partnership.Reader, $"measures/{id}")).Document.QuerySelectorAll("main .govuk-button"));
        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan);
        Assert.Contains("Share assessed", (await PageAsync(partnership, officer.Person, $"measures/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(partnership.Lead).GetPageAsync($"/{partnership.Slug}/measures/{Guid.NewGuid()}")).Status);
    }

    private async Task<(TestPartnership Partnership, TestPlan Plan)> MakeAsync()
    {
        var partnership = await portal.Data.CreatePartnershipAsync(p => p.AsAt = new DateOnly(2020, 10, 27));
        return (partnership, await portal.Data.CreatePlanAsync(partnership));
    }

    private async Task<TestPage> PageAsync(TestPartnership partnership, TestPerson person, string path) =>
        (await portal.ClientFor(person).GetPageAsync($"/{partnership.Slug}/{path}")).ShouldBeOk();
}
