using System.Net;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Measures.Figures;

public sealed class EnterFiguresTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Form = "form[data-figures]";

    [Fact]
    public async Task Get_MonthlyMeasure_NamesWhatIsMissingAndProposesItsRows()
    {
        var (tenant, measure) = await MadeAsync(m => m.Points.Add(new DataPoint { ValueText = "40%", Value = 40, Date = new DateOnly(2020, 7, 31) }));
        using var client = portal.ClientFor(tenant.Lead);

        var page = (await client.GetPageAsync(At(tenant, measure))).ShouldBeOk();

        Assert.Contains("August 2020 is missing.", page.Text, StringComparison.Ordinal);
        Assert.Contains("October 2020 has ended and has no figure yet", page.Text, StringComparison.Ordinal);
        Assert.Equal(["31 July 2020", "30 September 2020", "August 2020", "October 2020", "", "", "", ""], Column(page, "When"));
    }

    [Fact]
    public async Task Post_Rows_AreStoredWithWhoAndWhen()
    {
        var (tenant, measure) = await MadeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var page = await client.GetPageAsync(At(tenant, measure));

        var saved = await page.SubmitAsync(
            Form, ("Rows[2].When", "Mar-19"), ("Rows[2].Value", "46"), ("Rows[2].Note", "Provisional"),
            ("Rows[3].When", "April 2019"), ("Rows[3].Numerator", "12"), ("Rows[3].Denominator", "26"),
            ("Rows[4].When", "31/05/2019"), ("Rows[4].Value", "12 of 24"));

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var shown = await client.FollowAsync(saved);
        Assert.Contains("3 figures added.", shown.Text, StringComparison.Ordinal);
        var points = (await PointsAsync(tenant, measure)).Where(p => p.EnteredByUserId == tenant.Lead.Id && p.EnteredAt is not null).OrderBy(p => p.Date).ToList();
        Assert.Equal(
            [(new DateOnly(2019, 3, 31), "Mar-19", "46%", 46m, null, null, "Provisional"), (new(2019, 4, 30), "April 2019", "12 of 26", null, 12m, 26m, null), (new(2019, 5, 31), null, "12 of 24", null, 12m, 24m, null)],
            points.Select(p => (p.Date!.Value, p.DateText, p.ValueText, p.Value, p.Numerator, p.Denominator, p.Note)));
    }

    [Theory]
    [InlineData("March 2019", "140", "", "", "Value", "A percentage of 140 is not possible")]
    [InlineData("March 2019", "-3", "", "", "Value", "is not possible")]
    [InlineData("March 2019", "", "27", "26", "Numerator", "Numerator must not be more than the denominator. You entered 27 of 26")]
    [InlineData("March 2019", "27 of 26", "", "", "Value", "more than the denominator")]
    [InlineData("March 2019", "", "27", "", "Denominator", "Enter the denominator")]
    [InlineData("March 2019", "", "", "26", "Numerator", "Enter the numerator")]
    [InlineData("March 2019", "", "5", "0", "Denominator", "more than 0")]
    [InlineData("March 2019", "", "-5", "10", "Numerator", "0 or more")]
    [InlineData("March 2019", "64", "12", "26", "Value", "12 of 26 is 46.15, but this cell has 64")]
    [InlineData("March 2019", "≈40", "", "", "Value", "not an exact number")]
    [InlineData("March 2019", "many", "", "", "Value", "is not a number")]
    [InlineData("March 2019", "46,5", "", "", "Value", "decimal")]
    [InlineData("31 February 2019", "46", "", "", "When", "not a real date")]
    [InlineData("soon", "46", "", "", "When", "does not understand this date")]
    [InlineData("", "46", "", "", "When", "Enter the date of the figure")]
    [InlineData("December 2020", "46", "", "", "When", "is in the future: today is 9 November 2020")]
    [InlineData("30 September 2020", "47", "", "", "When", "already has the figure 46%")]
    [InlineData("15 September 2020", "47", "", "", "When", "already has the figure 46%")]
    [InlineData("March 2019", "46", "", "x", "Denominator", "is not a number")]
    public async Task Post_Mistake_IsNamedBesideItsCellAndNothingIsLost(string when, string value, string numerator, string denominator, string cell, string says)
    {
        var (tenant, measure) = await MadeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var page = await client.GetPageAsync(At(tenant, measure));

        var answer = await page.SubmitAsync(
            Form, ("Rows[2].When", when), ("Rows[2].Value", value), ("Rows[2].Numerator", numerator), ("Rows[2].Denominator", denominator), ("Rows[2].Note", "Kept"),
            ("Rows[3].When", "June 2019"), ("Rows[3].Value", "55"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(says, answer.Find($"#Rows_2__{cell}-error").TextContent, StringComparison.Ordinal);
        Assert.Contains(answer.Errors, e => e.StartsWith("Row 3:", StringComparison.Ordinal));
        Assert.Equal((when, value, numerator, denominator, "Kept"), (Cell(answer, 2, "When"), Cell(answer, 2, "Value"), Cell(answer, 2, "Numerator"), Cell(answer, 2, "Denominator"), Cell(answer, 2, "Note")));
        Assert.Equal(("June 2019", "55"), (Cell(answer, 3, "When"), Cell(answer, 3, "Value")));
        Assert.Single(await PointsAsync(tenant, measure));
    }

    [Fact]
    public async Task Post_PeriodTwiceInTheGrid_IsNamedInTheSecondRow()
    {
        var (tenant, measure) = await MadeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var page = await client.GetPageAsync(At(tenant, measure));

        var answer = await page.SubmitAsync(
            Form, ("Rows[2].When", "March 2019"), ("Rows[2].Value", "46"), ("Rows[3].When", "05/03/2019"), ("Rows[3].Value", "47"));

        Assert.Contains("This period is also in row 3", answer.Find("#Rows_3__When-error").TextContent, StringComparison.Ordinal);
        Assert.Null(answer.Document.QuerySelector("#Rows_2__When-error"));
    }

    [Fact]
    public async Task Post_SentTwice_EntersOnce()
    {
        var (tenant, measure) = await MadeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var page = await client.GetPageAsync(At(tenant, measure));

        await page.SubmitAsync(Form, ("Rows[2].When", "March 2019"), ("Rows[2].Value", "46"));
        var second = await page.SubmitAsync(Form, ("Rows[2].When", "March 2019"), ("Rows[2].Value", "46"));

        Assert.Equal(HttpStatusCode.Redirect, second.Status);
        Assert.Equal(2, (await PointsAsync(tenant, measure)).Count);
    }

    [Fact]
    public async Task Post_AtTheSameMoment_EntersOnceAndTellsTheOther()
    {
        var (tenant, measure) = await MadeAsync();
        using var one = portal.ClientFor(tenant.Lead);
        using var other = portal.ClientFor(tenant.Lead);
        var pages = await Task.WhenAll(one.GetPageAsync(At(tenant, measure)), other.GetPageAsync(At(tenant, measure)));

        var answers = await Task.WhenAll(
            pages.Select((p, i) => p.SubmitAsync(Form, ("Rows[2].When", "March 2019"), ("Rows[2].Value", $"{46 + i}"))));

        Assert.Single(answers, a => a.Status == HttpStatusCode.Redirect);
        Assert.Single(answers, a => a.Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict);
        Assert.Equal(2, (await PointsAsync(tenant, measure)).Count);
    }

    [Fact]
    public async Task Post_StoredFigureChanged_NeedsAReasonAndKeepsWhatItWas()
    {
        var (tenant, measure) = await MadeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var page = await client.GetPageAsync(At(tenant, measure));

        var asked = await page.SubmitAsync(Form, ("Rows[0].Value", "47%"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("Enter why you are correcting earlier figures", asked.Find("#Why-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("47%", Cell(asked, 0, "Value"));

        var saved = await asked.SubmitAsync(Form, ("Why", "Two children were counted twice"));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Equal(("47%", 47m), (await PointsAsync(tenant, measure)).Select(p => (p.ValueText, p.Value!.Value)).Single());
        var kept = await portal.Data.InTenantAsync(tenant.Id, database => database.PointCorrections.AsNoTracking().SingleAsync(c => c.MeasureId == measure));
        Assert.Equal(("46%", 46m, "Two children were counted twice", tenant.Lead.Id), (kept.ValueText, kept.Value!.Value, kept.Why, kept.ByUserId));

        await asked.SubmitAsync(Form, ("Why", "Two children were counted twice"));
        Assert.Equal(1, await portal.Data.InTenantAsync(tenant.Id, database => database.PointCorrections.CountAsync(c => c.MeasureId == measure)));
    }

    [Fact]
    public async Task Post_OnlyTheNoteChanged_NeedsNoReason()
    {
        var (tenant, measure) = await MadeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var page = await client.GetPageAsync(At(tenant, measure));

        var saved = await page.SubmitAsync(Form, ("Rows[0].Note", "Final"));

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Equal("Final", Assert.Single(await PointsAsync(tenant, measure)).Note);
    }

    [Fact]
    public async Task Post_FigureThatAnotherChangedMeanwhile_SaysSoAndKeepsBoth()
    {
        var (tenant, measure) = await MadeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var (first, second) = (await client.GetPageAsync(At(tenant, measure)), await client.GetPageAsync(At(tenant, measure)));
        await first.SubmitAsync(Form, ("Rows[0].Value", "47%"), ("Why", "Recounted"));

        var answer = await second.SubmitAsync(Form, ("Rows[0].Value", "48%"), ("Why", "Recounted again"));
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("It is now 47%.", string.Join(' ', answer.Errors), StringComparison.Ordinal);
        Assert.Equal("48%", Cell(answer, 0, "Value"));

        var over = await answer.SubmitAsync(Form);
        Assert.Equal(HttpStatusCode.Redirect, over.Status);
        Assert.Equal("48%", Assert.Single(await PointsAsync(tenant, measure)).ValueText);
    }

    [Fact]
    public async Task Post_NewFigureWhileAnotherCorrectedAnOldOne_LeavesTheCorrection()
    {
        var (tenant, measure) = await MadeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var (first, second) = (await client.GetPageAsync(At(tenant, measure)), await client.GetPageAsync(At(tenant, measure)));
        await first.SubmitAsync(Form, ("Rows[0].Value", "47%"), ("Why", "Recounted"));

        var answer = await second.SubmitAsync(Form, ("Rows[2].When", "March 2019"), ("Rows[2].Value", "40"));

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal(["40%", "47%"], (await PointsAsync(tenant, measure)).Select(p => p.ValueText).Order());
    }

    [Fact]
    public async Task Post_MoreRows_KeepsWhatWasTypedAndSavesNothing()
    {
        var (tenant, measure) = await MadeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var page = await client.GetPageAsync(At(tenant, measure));
        var before = Column(page, "When").Count;

        var more = (await page.SubmitAsync(Form, ("Rows[2].When", "nonsense"), ("Rows[2].Value", "46"), ("Step", "MoreRows"))).ShouldBeOk();

        Assert.Equal(before + 12, Column(more, "When").Count);
        Assert.Equal("nonsense", Cell(more, 2, "When"));
        Assert.Single(await PointsAsync(tenant, measure));
    }

    [Fact]
    public async Task Post_PastedRows_FillTheGridAndNameTheirMistakes()
    {
        var (tenant, measure) = await MadeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var page = await client.GetPageAsync(At(tenant, measure));

        var filled = await page.SubmitAsync(
            Form, ("Pasted", "Month\tNumerator\tDenominator\tNote\nOct-20\t12\t26\t\"two\tcells\"\nMar-19\t30\t26\t\n"), ("Step", "TakePasted"));

        filled.ShouldBeOk();
        var at = Column(filled, "When").ToList().IndexOf("Mar-19");
        Assert.Equal(("30", "26"), (Cell(filled, at, "Numerator"), Cell(filled, at, "Denominator")));
        Assert.Contains("more than the denominator", filled.Find($"#Rows_{at}__Numerator-error").TextContent, StringComparison.Ordinal);
        Assert.Contains("Oct-20", Column(filled, "When"));
        Assert.DoesNotContain("October 2020", Column(filled, "When"));
        Assert.Single(await PointsAsync(tenant, measure));
    }

    [Fact]
    public async Task Post_TooManyRows_IsRefusedWhole()
    {
        var (tenant, measure) = await MadeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var page = await client.GetPageAsync(At(tenant, measure));

        var answer = await page.SubmitAsync(
            Form, [.. Enumerable.Range(0, 201).Select(i => ($"Rows[{i}].Value", (string?)"1"))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("200 rows or fewer at a time", string.Join(' ', answer.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_ByRole_IsForWhoEditsThePlanOrHoldsTheMeasure()
    {
        var (tenant, measure) = await MadeAsync();
        foreach (var person in new[] { tenant.Contributor, tenant.Chief, tenant.Reader })
        {
            using var client = portal.ClientFor(person);
            Assert.Equal(HttpStatusCode.Forbidden, (await client.GetPageAsync(At(tenant, measure))).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await client.GetPageAsync(At(tenant, measure) + "/upload")).Status);
        }

        await portal.Data.InTenantAsync(tenant.Id, async database =>
        {
            var found = await database.Measures.SingleAsync(m => m.Id == measure);
            found.LeadResponsibilityId = await database.ResponsibilityHolders.Where(h => h.UserId == tenant.Contributor.Id).Select(h => h.LeadResponsibilityId).FirstAsync();
            return true;
        });
        using var holder = portal.ClientFor(tenant.Contributor);
        var page = (await holder.GetPageAsync(At(tenant, measure))).ShouldBeOk();
        var saved = await page.SubmitAsync(Form, ("Rows[2].When", "March 2019"), ("Rows[2].Value", "46"));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
    }

    [Fact]
    public async Task Any_OfAnotherPartnershipOrByALinkOfficer_IsNotThere()
    {
        var (tenant, measure) = await MadeAsync();
        var (other, _) = await MadeAsync();
        using var stranger = portal.ClientFor(other.Lead);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetPageAsync(At(tenant, measure))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetPageAsync(At(other, measure))).Status);
        var plan = await portal.Data.InTenantAsync(tenant.Id, database => database.Plans.Select(p => p.Id).FirstAsync());
        var officer = await portal.Data.CreateOfficerAsync(tenant, new TestPlan(plan, Guid.Empty, Guid.Empty, Guid.Empty, Guid.Empty, [], [], [], Guid.Empty, Guid.Empty, Guid.Empty, Guid.Empty), GrantScope.LivePlan);
        using var link = portal.ClientFor(officer.Person);
        Assert.Equal(HttpStatusCode.NotFound, (await link.GetPageAsync(At(tenant, measure))).Status);
    }

    private static string At(TestPartnership tenant, Guid measure) => $"/{tenant.Slug}/measures/{measure}/figures";

    private static string Cell(TestPage page, int row, string name) => page.Find($"[name='Rows[{row}].{name}']").GetAttribute("value") ?? "";

    private static IReadOnlyList<string> Column(TestPage page, string name) =>
        [.. page.Document.QuerySelectorAll($"[name$='.{name}']").Select(e => e.GetAttribute("value") ?? "")];

    private Task<List<DataPoint>> PointsAsync(TestPartnership tenant, Guid measure) =>
        portal.Data.InTenantAsync(tenant.Id, database => database.DataPoints.AsNoTracking().Where(p => p.MeasureId == measure).ToListAsync());

    /// <summary>A partnership on 9 November 2020 with a monthly measure in per cent, 46% in September.</summary>
    private async Task<(TestPartnership Tenant, Guid Measure)> MadeAsync(Action<Measure>? change = null)
    {
        var tenant = await portal.Data.CreatePartnershipAsync(p => p.AsAt = new DateOnly(2020, 11, 9));
        var plan = await portal.Data.CreatePlanAsync(tenant, 1);
        var id = plan.MeasureIds[0];
        await portal.Data.InTenantAsync(tenant.Id, async database =>
        {
            var measure = await database.Measures.SingleAsync(m => m.Id == id);
            measure.Frequency = "Monthly";
            change?.Invoke(measure);
            return true;
        });
        return (tenant, id);
    }
}
