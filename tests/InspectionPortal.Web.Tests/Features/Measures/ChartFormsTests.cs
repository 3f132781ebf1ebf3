using System.Net;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Measures;

/// <summary>What people do to a chart, through the front.</summary>
public sealed class ChartFormsTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Post_NoteAndRebase_StandOnTheChartAndCanBeTakenBack()
    {
        var (tenant, id) = await MakeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        await SaveAsync(client, $"/{tenant.Slug}/measures/{id}/annotations/new", ("Date", "14 March 2019"), ("Text", "Hubs opened"));
        await SaveAsync(client, $"/{tenant.Slug}/measures/{id}/phases/new", ("StartsOn", "1 October 2019"), ("Reason", "One door"));

        var page = await client.GetPageAsync($"/{tenant.Slug}/measures/{id}");
        Assert.Contains("14 March 2019: Hubs opened", page.Text, StringComparison.Ordinal);
        Assert.Contains("Rebased from 1 October 2019", page.Text, StringComparison.Ordinal);
        Assert.Contains(page.Document.QuerySelectorAll(".p-chart-wide text"), t => t.TextContent == "Rebased");
        Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync("form[action*='/annotations/']")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync("form[action*='/phases/']")).Status);
        var after = await client.GetPageAsync($"/{tenant.Slug}/measures/{id}");
        Assert.Null(after.Document.QuerySelector("form[action*='/annotations/']"));
        Assert.DoesNotContain("Rebased from", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_RebaseOnTheSameDay_AsksForAnother()
    {
        var (tenant, id) = await MakeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var address = $"/{tenant.Slug}/measures/{id}/phases/new";
        await SaveAsync(client, address, ("StartsOn", "1 October 2019"), ("Reason", "One door"));

        var again = await (await client.GetPageAsync(address)).SubmitAsync("form.p-form", ("StartsOn", "1/10/2019"), ("Reason", "Another"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.NotNull(again.Find("#StartsOn-error"));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2.5")]
    [InlineData("1001")]
    [InlineData("many")]
    public async Task Post_BaselineThatIsNoNumberOfFigures_SaysWhatToEnter(string points)
    {
        var (tenant, id) = await MakeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var answer = await (await client.GetPageAsync($"/{tenant.Slug}/measures/{id}/baseline")).SubmitAsync("form.p-form", ("Points", points));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.Find("#Points-error"));
    }

    [Fact]
    public async Task Post_Baseline_FreezesTheLineAndAStaleFormIsRefused()
    {
        var (tenant, id) = await MakeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var form = await client.GetPageAsync($"/{tenant.Slug}/measures/{id}/baseline");
        Assert.Equal(HttpStatusCode.Redirect, (await form.SubmitAsync("form.p-form", ("Points", "8"))).Status);

        var page = await client.GetPageAsync($"/{tenant.Slug}/measures/{id}");
        Assert.Contains(page.Document.QuerySelectorAll(".p-chart-wide text"), t => t.TextContent == "Baseline");
        Assert.Contains("of the first 8 figures", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await form.SubmitAsync("form.p-form", ("Points", "9"))).Status);
    }

    [Fact]
    public async Task Post_Exclude_MarksTheFigureAndTakingItBackIsOneButton()
    {
        var (tenant, id) = await MakeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var point = await portal.Data.InTenantAsync(tenant.Id, d => d.DataPoints.Where(p => p.MeasureId == id).OrderBy(p => p.Date).Select(p => p.Id).FirstAsync());
        await SaveAsync(client, $"/{tenant.Slug}/figures/{point}/exclude", ("Reason", "The system was down"));

        var page = await client.GetPageAsync($"/{tenant.Slug}/measures/{id}");
        Assert.Contains("Excluded: The system was down", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync("form[action*='/include']")).Status);
        Assert.DoesNotContain("The system was down", (await client.GetPageAsync($"/{tenant.Slug}/measures/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Correction_KeepsWhatItWasAndWhy()
    {
        var (tenant, id) = await MakeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var point = await portal.Data.InTenantAsync(tenant.Id, d => d.DataPoints.Where(p => p.MeasureId == id).OrderBy(p => p.Date).Select(p => p.Id).FirstAsync());
        var form = await client.GetPageAsync($"/{tenant.Slug}/figures/{point}/edit");
        var without = await form.SubmitAsync("form.p-form", ("ValueText", "99"), ("Value", "99"));
        Assert.NotNull(without.Find("#Why-error"));

        Assert.Equal(HttpStatusCode.Redirect, (await form.SubmitAsync("form.p-form", ("ValueText", "99"), ("Value", "99"), ("Why", "Two were missed"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await form.SubmitAsync("form.p-form", ("ValueText", "99"), ("Value", "99"), ("Why", "Two were missed"))).Status);

        var corrections = await portal.Data.InTenantAsync(tenant.Id, d => d.PointCorrections.AsNoTracking().Where(c => c.PointId == point).ToListAsync());
        Assert.Equal(("12", 12m, "Two were missed"), (Assert.Single(corrections).ValueText, corrections[0].Value, corrections[0].Why));
        Assert.Contains("Was 12: Two were missed", (await client.GetPageAsync($"/{tenant.Slug}/measures/{id}")).Text, StringComparison.Ordinal);
        var gone = await (await client.GetPageAsync($"/{tenant.Slug}/figures/{point}/edit")).SubmitAsync("form[action$='/remove']");
        Assert.Contains("its history must stay", gone.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Files_StandByThemselves()
    {
        var (tenant, id) = await MakeAsync();
        using var client = portal.ClientFor(tenant.Reader);
        var svg = await client.GetAsync(new Uri($"/{tenant.Slug}/measures/{id}/chart.svg", UriKind.Relative));
        var csv = await client.GetAsync(new Uri($"/{tenant.Slug}/measures/{id}/figures.csv", UriKind.Relative));

        Assert.Equal("image/svg+xml", svg.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", svg.Content.Headers.ContentDisposition?.DispositionType);
        var lines = (await csv.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(17, lines.Length);
        Assert.Contains("2018-10-31,12,12", lines[1], StringComparison.Ordinal);
        Assert.Contains("'=HYPERLINK", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AsLinkOfficer_ShowsTheChartAndOffersNothing()
    {
        var (tenant, id, plan) = await MakeWithPlanAsync();
        var officer = await portal.Data.CreateOfficerAsync(tenant, plan, GrantScope.LivePlan);
        using var client = portal.ClientFor(officer.Person);

        var page = (await client.GetPageAsync($"/{tenant.Slug}/measures/{id}")).ShouldBeOk();

        Assert.NotNull(page.Document.QuerySelector("svg.p-chart"));
        Assert.Empty(page.Document.QuerySelectorAll("main form"));
        Assert.DoesNotContain("Entered", page.Text, StringComparison.Ordinal);
        (await client.GetPageAsync(tenant.PlanPath)).ShouldBeOk();
        (await client.GetPageAsync($"/{tenant.Slug}/measures")).ShouldBeOk();
    }

    [Fact]
    public async Task Get_PlanAndProject_ShowTheFigures()
    {
        var (tenant, id, plan) = await MakeWithPlanAsync();
        using var client = portal.ClientFor(tenant.Reader);

        Assert.NotNull((await client.GetPageAsync(tenant.PlanPath)).Document.QuerySelector($"a[href$='/measures/{id}'] svg.p-spark"));
        Assert.NotNull((await client.GetPageAsync($"/{tenant.Slug}/projects/{plan.ProjectIds[0]}")).Document.QuerySelector("svg.p-chart"));
        Assert.Contains("With a signal, 1", (await client.GetPageAsync($"/{tenant.Slug}/measures?show=Signals")).Text, StringComparison.Ordinal);
    }

    private async Task<(TestPartnership Tenant, Guid Measure)> MakeAsync()
    {
        var (tenant, id, _) = await MakeWithPlanAsync();
        return (tenant, id);
    }

    private async Task<(TestPartnership Tenant, Guid Measure, TestPlan Plan)> MakeWithPlanAsync()
    {
        var tenant = await portal.Data.CreatePartnershipAsync(p => p.AsAt = new DateOnly(2020, 10, 27));
        var plan = await portal.Data.CreatePlanAsync(tenant, 1);
        var id = plan.MeasureIds[0];
        await portal.Data.InTenantAsync(tenant.Id, async database =>
        {
            var measure = await database.Measures.Include(m => m.Points).Include(m => m.Phases).Include(m => m.Annotations).AsSplitQuery().SingleAsync(m => m.Id == id);
            database.RemoveRange(measure.Points);
            database.RemoveRange(measure.Phases);
            database.RemoveRange(measure.Annotations);
            (measure.Title, measure.Frequency, measure.Direction) = ("=HYPERLINK(1)", "Monthly", MeasureDirection.Up);
            decimal[] figures = [12, 10, 14, 11, 13, 12, 12, 14, 18, 22, 20, 24, 29, 33, 38, 41];
            measure.Points.AddRange(figures.Select((f, i) => new DataPoint { ValueText = $"{f}", Value = f, Date = Charts.ChartFixtures.Month(i), Position = i }));
            return true;
        });
        return (tenant, id, plan);
    }

    private static async Task SaveAsync(HttpClient client, string address, params (string, string?)[] fields) =>
        Assert.Equal(HttpStatusCode.Redirect, (await (await client.GetPageAsync(address)).SubmitAsync("form.p-form", fields)).Status);
}
