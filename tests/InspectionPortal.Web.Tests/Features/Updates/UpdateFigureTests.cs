using System.Net;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Updates;

/// <summary>A figure on the update's form, from the field to the measure.</summary>
public sealed class UpdateFigureTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Form = "form.p-update";

    private static readonly (string, string?)[] Whole =
        [("Rag", "on-track"), ("Entries[0].Text", "Nine of ten seen in time"), ("Intent", "Submit")];

    [Fact]
    public async Task Get_Form_AsksForTheFigureBesideTheLast()
    {
        var place = await MakeAsync();
        using var client = portal.ClientFor(place.Tenant.Contributor);

        var page = (await client.GetPageAsync(place.Path)).ShouldBeOk();

        Assert.Contains("The last figure is 40%, 30 June 2020", page.Find("#Figures_0__Value-hint").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Story_GivenSentBackChangedAccepted_IsOnePointOfTheMeasure()
    {
        var place = await MakeAsync();
        using var contributor = portal.ClientFor(place.Tenant.Contributor);
        using var lead = portal.ClientFor(place.Tenant.Lead);
        var page = await contributor.GetPageAsync(place.Path);
        Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync(Form, [.. Whole, ("Figures[0].Value", "44%")])).Status);
        Assert.Single(await PointsAsync(place));

        var review = await lead.GetPageAsync(await ReviewAsync(place));
        Assert.Contains("44%", review.Text, StringComparison.Ordinal);
        Assert.Contains("Last figure on the measure: 40%", review.Text, StringComparison.Ordinal);
        await review.SubmitAsync("form#send-back", ("Comment", "Count again"));

        page = await contributor.GetPageAsync(place.Path);
        Assert.Equal("44%", page.Find("[name='Figures[0].Value']").GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync(Form, ("Intent", "Submit"), ("Figures[0].Value", "12 of 26"))).Status);
        Assert.Single(await PointsAsync(place));

        review = await lead.GetPageAsync(await ReviewAsync(place));
        var sent = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => review.SubmitAsync("form#accept")));
        Assert.Contains(sent, s => s.Status == HttpStatusCode.Redirect);
        Assert.Equal(HttpStatusCode.Redirect, (await review.SubmitAsync("form#accept")).Status);

        var point = Assert.Single(await PointsAsync(place), p => p.Date == new DateOnly(2020, 9, 30));
        Assert.Equal(("12 of 26", null, 12m, 26m, place.Tenant.Contributor.Id), (point.ValueText, point.Value, point.Numerator, point.Denominator, point.EnteredByUserId));
        Assert.NotNull(point.EnteredAt);
        Assert.Equal(2, (await PointsAsync(place)).Count);
    }

    [Theory]
    [InlineData("140", "A percentage of 140 is not possible")]
    [InlineData("27 of 26", "more than the denominator")]
    [InlineData("≈40", "not an exact number")]
    [InlineData("many", "is not a number")]
    public async Task Post_Mistake_IsNamedBesideTheFigure(string value, string says)
    {
        var place = await MakeAsync();
        using var client = portal.ClientFor(place.Tenant.Contributor);
        var page = await client.GetPageAsync(place.Path);

        var answer = await page.SubmitAsync(Form, [.. Whole, ("Figures[0].Value", value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(says, answer.Find("#Figures_0__Value-error").TextContent, StringComparison.Ordinal);
        Assert.Equal(value, answer.Find("[name='Figures[0].Value']").GetAttribute("value"));
        Assert.Null(await portal.Data.ReadUpdateAsync(place.Tenant, place.Project));
    }

    [Fact]
    public async Task Post_FigureCleared_IsTakenFromTheDraft()
    {
        var place = await MakeAsync();
        using var client = portal.ClientFor(place.Tenant.Contributor);
        var page = await client.GetPageAsync(place.Path);
        await page.SubmitAsync(Form, ("Intent", "SaveDraft"), ("Figures[0].Value", "44"));
        Assert.Equal(1, await FiguresAsync(place));

        page = await client.GetPageAsync(place.Path);
        await page.SubmitAsync(Form, ("Intent", "SaveDraft"), ("Figures[0].Value", ""));

        Assert.Equal(0, await FiguresAsync(place));
    }

    [Fact]
    public async Task Post_MeasureOfAnotherProjectOrPartnership_IsRefused()
    {
        var place = await MakeAsync();
        var other = await MakeAsync();
        using var client = portal.ClientFor(place.Tenant.Contributor);
        foreach (var foreign in new[] { place.Plan.MeasureIds[1], other.Plan.MeasureIds[0] })
        {
            var page = await client.GetPageAsync(place.Path);
            var answer = await page.SubmitAsync(Form, [.. Whole, ("Figures[0].MeasureId", foreign.ToString()), ("Figures[0].Value", "44")]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        }

        Assert.Equal(0, await FiguresAsync(place));
    }

    [Fact]
    public async Task Post_AcceptedAfterSomebodyEnteredAnother_IsAskedAbout()
    {
        var place = await MakeAsync();
        using var contributor = portal.ClientFor(place.Tenant.Contributor);
        using var lead = portal.ClientFor(place.Tenant.Lead);
        var page = await contributor.GetPageAsync(place.Path);
        await page.SubmitAsync(Form, [.. Whole, ("Figures[0].Value", "44%")]);
        await portal.Data.InTenantAsync(place.Tenant.Id, database =>
        {
            database.Add(new DataPoint { MeasureId = place.Plan.MeasureIds[0], ValueText = "47%", Value = 47, Date = new DateOnly(2020, 9, 30) });
            return Task.FromResult(true);
        });

        var review = await lead.GetPageAsync(await ReviewAsync(place));
        var answer = await review.SubmitAsync("form#accept");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("already has the figure 47%", string.Join(' ', answer.Errors), StringComparison.Ordinal);
        Assert.Equal(UpdateState.Submitted, (await portal.Data.ReadUpdateAsync(place.Tenant, place.Project))!.State);
    }

    private Task<List<DataPoint>> PointsAsync(Place place) => portal.Data.InTenantAsync(
        place.Tenant.Id, database => database.DataPoints.AsNoTracking().Where(p => p.MeasureId == place.Plan.MeasureIds[0]).ToListAsync());

    private Task<int> FiguresAsync(Place place) => portal.Data.InTenantAsync(place.Tenant.Id, database => database.UpdateFigures.CountAsync());

    private async Task<string> ReviewAsync(Place place) =>
        $"/{place.Tenant.Slug}/updates/{(await portal.Data.ReadUpdateAsync(place.Tenant, place.Project))!.Id}/review";

    /// <summary>A plan whose measures were 40% in June, with the quarter to September open.</summary>
    private async Task<Place> MakeAsync()
    {
        var tenant = await portal.Data.CreatePartnershipAsync(p => p.AsAt = new DateOnly(2020, 10, 27));
        var plan = await portal.Data.CreatePlanAsync(tenant);
        await portal.Data.InTenantAsync(tenant.Id, async database =>
        {
            foreach (var point in await database.DataPoints.ToListAsync())
            {
                (point.Date, point.ValueText, point.Value) = (new DateOnly(2020, 6, 30), "40%", 40);
            }

            return true;
        });
        return new Place(tenant, plan);
    }

    private sealed record Place(TestPartnership Tenant, TestPlan Plan)
    {
        public Guid Project => Plan.ProjectIds[0];

        public string Path => $"/{Tenant.Slug}/projects/{Project}/update";
    }
}
