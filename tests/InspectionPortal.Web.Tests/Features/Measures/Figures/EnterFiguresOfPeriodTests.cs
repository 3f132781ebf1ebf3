using System.Net;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Measures.Figures;

public sealed class EnterFiguresOfPeriodTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Form = "form[data-figures]";

    [Fact]
    public async Task Get_WithoutAPeriod_TakesTheNewestThatIsOverAndShowsWhatIsEntered()
    {
        var (tenant, _) = await MadeAsync();
        using var client = portal.ClientFor(tenant.Lead);

        var page = (await client.GetPageAsync($"/{tenant.Slug}/measures/figures")).ShouldBeOk();

        Assert.Contains("for the period ending 30 September 2020", page.Text, StringComparison.Ordinal);
        Assert.Contains("46%", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("[name$='.Value']"));
    }

    [Fact]
    public async Task Post_FiguresOfTheMeasures_AreStoredOnce()
    {
        var (tenant, plan) = await MadeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var page = await client.GetPageAsync($"/{tenant.Slug}/measures/figures?period=Q1%202020%2F21");

        for (var turn = 0; turn < 2; turn++)
        {
            var saved = await page.SubmitAsync(Form, ("Rows[0].Value", "41"), ("Rows[1].Value", "12 of 26"));
            Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        }

        var points = await portal.Data.InTenantAsync(
            tenant.Id, database => database.DataPoints.AsNoTracking().Where(p => p.Date == new DateOnly(2020, 6, 30)).ToListAsync());
        Assert.Equal(["12 of 26", "41%"], points.Select(p => p.ValueText).Order());
        Assert.All(points, p => Assert.Equal(("Q1 2020/21", tenant.Lead.Id), (p.DateText, p.EnteredByUserId)));
        Assert.Equal(plan.MeasureIds.Order(), points.Select(p => p.MeasureId).Order());
    }

    [Fact]
    public async Task Post_Mistakes_AreNamedAndNothingIsSaved()
    {
        var (tenant, _) = await MadeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var page = await client.GetPageAsync($"/{tenant.Slug}/measures/figures?period=June%202020");

        var answer = await page.SubmitAsync(Form, ("Rows[0].Value", "140"), ("Rows[1].Value", "42"), ("Rows[1].Note", "Kept"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("A percentage of 140 is not possible", answer.Find("#Rows_0__Value-error").TextContent, StringComparison.Ordinal);
        Assert.Equal(("42", "Kept"), (answer.Find("[name='Rows[1].Value']").GetAttribute("value"), answer.Find("[name='Rows[1].Note']").GetAttribute("value")));
        Assert.Equal(2, await portal.Data.InTenantAsync(tenant.Id, database => database.DataPoints.CountAsync()));
    }

    [Theory]
    [InlineData("soon", "does not understand this date")]
    [InlineData("December 2020", "in the future")]
    public async Task Get_PeriodThatCannotBe_SaysWhy(string period, string says)
    {
        var (tenant, _) = await MadeAsync();
        using var client = portal.ClientFor(tenant.Lead);

        var page = (await client.GetPageAsync($"/{tenant.Slug}/measures/figures?period={Uri.EscapeDataString(period)}")).ShouldBeOk();

        Assert.Contains(says, page.Find("#period-error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_ByRole_ShowsOnlyTheirOwnMeasures()
    {
        var (tenant, plan) = await MadeAsync();
        using var client = portal.ClientFor(tenant.Contributor);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetPageAsync($"/{tenant.Slug}/measures/figures")).Status);
        using var reader = portal.ClientFor(tenant.Reader);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetPageAsync($"/{tenant.Slug}/measures/figures")).Status);

        await portal.Data.InTenantAsync(tenant.Id, async database =>
        {
            (await database.Measures.SingleAsync(m => m.Id == plan.MeasureIds[1])).LeadResponsibilityId = plan.ResponsibilityId;
            return true;
        });
        var page = (await client.GetPageAsync($"/{tenant.Slug}/measures/figures?period=June%202020")).ShouldBeOk();
        Assert.Equal([plan.MeasureIds[1].ToString()], page.Document.QuerySelectorAll("[name$='.MeasureId']").Select(e => e.GetAttribute("value")));

        var foreign = await page.SubmitAsync(Form, ("Rows[0].MeasureId", plan.MeasureIds[0].ToString()), ("Rows[0].Value", "41"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, foreign.Status);
        Assert.Equal(2, await portal.Data.InTenantAsync(tenant.Id, database => database.DataPoints.CountAsync()));
    }

    private async Task<(TestPartnership Tenant, TestPlan Plan)> MadeAsync()
    {
        var tenant = await portal.Data.CreatePartnershipAsync(p => p.AsAt = new DateOnly(2020, 11, 9));
        return (tenant, await portal.Data.CreatePlanAsync(tenant));
    }
}
