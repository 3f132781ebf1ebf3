using System.Net;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Domain.Text;
using InspectionPortal.Measurement;
using InspectionPortal.Testing;
using InspectionPortal.Web.Tests.Features.Comparisons;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Public;

/// <summary>The page of a partnership, as people read it who have never signed in.</summary>
public sealed class GetPublicPageTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Get_BeforeAnybodyPublishes_IsThe404OfAnUnknownPartnership()
    {
        var steps = await PublicPageSteps.MakeAsync(portal);
        var unknown = await portal.ClientFor(null).GetPageAsync("/public/no-such-partnership");

        var never = await steps.ReadAsync();
        await steps.SaveAsync();
        var draft = await steps.ReadAsync();

        Assert.All(new[] { unknown, never, draft }, p => Assert.Equal(HttpStatusCode.NotFound, p.Status));
        Assert.All(new[] { never, draft }, p => Assert.Equal(unknown.Text, p.Text));
        Assert.All(new[] { never, draft }, p => Assert.Equal(unknown.Document.Title, p.Document.Title));
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("UPPER")]
    [InlineData("a")]
    [InlineData("with%20space")]
    [InlineData("..%2Fpublic")]
    [InlineData("-")]
    public async Task Get_WhatIsNoSlug_IsTheSame404(string slug)
    {
        var unknown = await portal.ClientFor(null).GetPageAsync("/public/no-such-partnership");

        var page = await portal.ClientFor(null).GetPageAsync($"/public/{slug}");

        Assert.Equal((HttpStatusCode.NotFound, unknown.Text), (page.Status, page.Text));
    }

    [Fact]
    public async Task Get_Published_SaysTextsAimsAndChartsInTheirOrder()
    {
        var steps = await PublicPageSteps.MakePublishedAsync(portal);

        var page = (await steps.ReadAsync()).ShouldBeOk();

        var canary = steps.Partnership.Canary;
        Assert.Equal($"Plan {canary}", page.Find("main h1").TextContent);
        Assert.Equal(steps.Partnership.Name, page.Find("main .p-caption").TextContent);
        Assert.Equal(
            ["How will children know?", "What do we want to achieve?", "What has changed?", "What do the figures show?"],
            page.Document.QuerySelectorAll("main h2").Select(h => h.TextContent));
        Assert.Contains(PublicPageSteps.Knowing, page.Text, StringComparison.Ordinal);
        Assert.Contains(PublicPageSteps.Changed, page.Text, StringComparison.Ordinal);
        Assert.Equal([$"Aim {canary}"], page.Document.QuerySelectorAll(".p-public-aims > li").Select(l => l.TextContent.Trim()));
        Assert.Equal([$"Measure 1 {canary}"], page.Document.QuerySelectorAll("main h3").Select(h => h.TextContent));
        Assert.Contains("46%", page.Find("main table").TextContent, StringComparison.Ordinal);
        Assert.Contains("30 September 2020", page.Find("main table").TextContent, StringComparison.Ordinal);
        var published = (await steps.Quarter.PublishedAsync())!;
        Assert.Contains(
            "Aims and figures are from the report of July to September 2020, "
            + $"approved on {DateFormat.Full(published.PublishedAt, "Europe/London")}.",
            page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Published_GivesEachChartItsSentenceAsText()
    {
        var steps = await PublicPageSteps.MakePublishedAsync(portal);

        var page = (await steps.ReadAsync()).ShouldBeOk();

        var sentence = page.Find(".p-public-chart > p").TextContent;
        Assert.Contains("the median", sentence, StringComparison.Ordinal);
        var charts = page.Document.QuerySelectorAll("main svg[role=img]").ToList();
        Assert.Equal(2, charts.Count);
        Assert.All(charts, c => Assert.StartsWith(sentence, c.QuerySelector("desc")!.TextContent, StringComparison.Ordinal));
        Assert.All(charts, c => Assert.Equal($"Measure 1 {steps.Partnership.Canary}", c.QuerySelector("title")!.TextContent));
    }

    /// <summary>The report draws it with limits around an average, and says so. The public page draws a run chart around a median.</summary>
    [Fact]
    public async Task Get_MeasureWithAnotherChartInTheReport_SaysWhatTheChartOnThePageShows()
    {
        var steps = await PublicPageSteps.MakeAsync(portal, approved: false);
        await portal.Data.GiveFiguresAsync(
            steps.Partnership, steps.Plan.MeasureIds[0], MeasureDirection.Up, change: m => m.Chart = ChartKind.Individuals);
        await TwoQuarters.PublishAsync(steps.Quarter);
        await steps.SaveAsync(("MeasureIds", steps.Plan.MeasureIds[0].ToString()));
        await steps.PublishAsync();

        var page = (await steps.ReadAsync()).ShouldBeOk();

        var report = ScrutinyEdition.Read((await steps.Quarter.PublishedAsync())!.ScrutinyEdition);
        Assert.Contains(
            "limit", report.Measures.Single(m => m.Id == steps.Plan.MeasureIds[0]).Reading!.Sentence, StringComparison.Ordinal);
        var said = page.Find(".p-public-chart").TextContent;
        Assert.DoesNotContain("limit", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("average", said, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("median", page.Find(".p-public-chart > p").TextContent, StringComparison.Ordinal);
        Assert.StartsWith(
            page.Find(".p-public-chart > p").TextContent, page.Find("main svg[role=img] desc").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Published_HasNoPersonNoProjectAndNoEvidence()
    {
        var steps = await PublicPageSteps.MakeAsync(portal);
        var here = steps.Partnership;
        await portal.Data.CreateNoteAsync(here, steps.Plan.ProjectIds[0], $"Evidence {here.Canary}", released: true);
        await steps.SaveAsync(("MeasureIds", steps.Plan.MeasureIds[0].ToString()));
        await steps.PublishAsync();
        await steps.SaveAsync(("ChildrenWillKnow", "A later draft"), ("WhatChanged", "Another draft"));

        var html = WebUtility.HtmlDecode((await steps.ReadAsync()).ShouldBeOk().Html);

        foreach (var open in new[] { here.Name, $"Plan {here.Canary}", $"Aim {here.Canary}", $"Measure 1 {here.Canary}" })
        {
            Assert.Contains(open, html, StringComparison.Ordinal);
            html = html.Replace(open, string.Empty, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(here.Canary, html, StringComparison.Ordinal);
        Assert.DoesNotContain("draft", html, StringComparison.OrdinalIgnoreCase);
        Assert.All(here.People.Values, p => Assert.DoesNotContain(p.Email.Split('@')[0], html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_AfterThePlanChanges_IsAsItWasPublished()
    {
        var steps = await PublicPageSteps.MakePublishedAsync(portal);
        var before = (await steps.ReadAsync()).ShouldBeOk().Html;

        await portal.Data.InTenantAsync(steps.Partnership.Id, async database =>
        {
            (await database.StretchAims.SingleAsync()).Statement = "Another aim";
            (await database.Plans.SingleAsync()).Title = "Another title";
            (await database.Measures.FirstAsync(m => m.Id == steps.Plan.MeasureIds[0])).Title = "Another measure";
            return (await database.DataPoints.FirstAsync(p => p.MeasureId == steps.Plan.MeasureIds[0])).Value = 99;
        });
        await steps.SaveAsync(("ChildrenWillKnow", "A later draft"));
        Assert.Equal(before, (await steps.ReadAsync()).ShouldBeOk().Html);

        await steps.PublishAsync();
        var after = (await steps.ReadAsync()).ShouldBeOk();
        Assert.Contains("A later draft", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Another", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_TextWithMarkup_ShowsItAsText()
    {
        var steps = await PublicPageSteps.MakeAsync(portal);
        await steps.SaveAsync(("ChildrenWillKnow", "<b id=\"bold\">Bold</b>"), ("WhatChanged", "<script>alert(1)</script>"));
        await steps.PublishAsync();

        var page = (await steps.ReadAsync()).ShouldBeOk();

        Assert.Contains("<b id=\"bold\">Bold</b>", page.Text, StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script>", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("#bold"));
        Assert.Empty(page.Document.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task Get_Published_CanBeKeptAndAnswers304WhileItIsTheSame()
    {
        var steps = await PublicPageSteps.MakePublishedAsync(portal);
        var client = portal.ClientFor(null);
        using var first = await client.GetAsync(new Uri(steps.Address, UriKind.Relative));
        var tag = first.Headers.ETag!;

        Assert.Equal("public, max-age=300", first.Headers.CacheControl!.ToString());
        Assert.False(first.Headers.Contains("Set-Cookie"));
        using var again = await KnownAsync(client, steps, tag);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal("public, max-age=300", again.Headers.CacheControl!.ToString());
        Assert.Equal(tag, again.Headers.ETag);

        await steps.SaveAsync(("WhatChanged", "More"));
        using var saved = await KnownAsync(client, steps, tag);
        Assert.Equal(HttpStatusCode.NotModified, saved.StatusCode);
        await steps.PublishAsync();
        using var published = await KnownAsync(client, steps, tag);
        Assert.Equal(HttpStatusCode.OK, published.StatusCode);
        Assert.NotEqual(tag, published.Headers.ETag);
    }

    [Fact]
    public async Task Get_WithADeadCookie_SetsNone()
    {
        var steps = await PublicPageSteps.MakePublishedAsync(portal);
        using var request = new HttpRequestMessage(HttpMethod.Get, steps.Address);
        request.Headers.Add("Cookie", ".AspNetCore.Identity.Application=dead; portal=dead");

        using var answer = await portal.ClientFor(null).SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Get_SignedIn_IsByteForByteTheSame()
    {
        var steps = await PublicPageSteps.MakePublishedAsync(portal);
        var other = await portal.Data.CreatePartnershipAsync();
        var anonymous = (await steps.ReadAsync()).ShouldBeOk();

        foreach (var person in steps.Partnership.People.Values.Append(other.Lead))
        {
            Assert.Equal(anonymous.Html, (await portal.ClientFor(person).GetPageAsync(steps.Address)).ShouldBeOk().Html);
        }

        Assert.Empty(anonymous.Document.QuerySelectorAll("form, input, nav, script, a[href^='/account']"));
    }

    [Fact]
    public async Task Get_TwoPartnerships_HaveTitlesOfTheirOwn()
    {
        var here = await PublicPageSteps.MakePublishedAsync(portal);
        var there = await PublicPageSteps.MakePublishedAsync(portal);

        var (one, two) = ((await here.ReadAsync()).ShouldBeOk(), (await there.ReadAsync()).ShouldBeOk());

        Assert.Equal($"Plan {here.Partnership.Canary} - {here.Partnership.Name} - Inspection Portal", one.Document.Title);
        Assert.NotEqual(one.Document.Title, two.Document.Title);
        Assert.DoesNotContain(there.Partnership.Canary, one.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_TakenDown_IsGoneAtOnce()
    {
        var steps = await PublicPageSteps.MakePublishedAsync(portal);

        Assert.Equal(steps.Settings, (await steps.TakeDownAsync()).Location);

        Assert.Equal(HttpStatusCode.NotFound, (await steps.ReadAsync()).Status);
        Assert.Null((await steps.StoredAsync())!.Content);
        Assert.Equal(PublicPageSteps.Knowing, (await steps.StoredAsync())!.ChildrenWillKnow);
    }

    [Theory]
    [InlineData(PartnershipState.Suspended)]
    [InlineData(PartnershipState.Closed)]
    public async Task Get_PartnershipThatIsNotOpen_Is404(PartnershipState state)
    {
        var steps = await PublicPageSteps.MakePublishedAsync(portal);

        await portal.Data.OnPlatformAsync(async database =>
            (await database.Partnerships.SingleAsync(p => p.Id == steps.Partnership.Id)).State = state);

        Assert.Equal(HttpStatusCode.NotFound, (await steps.ReadAsync()).Status);
    }

    [Fact]
    public async Task Get_WhileItsReportIsWithheld_Is404()
    {
        var steps = await PublicPageSteps.MakePublishedAsync(portal);
        var chief = portal.ClientFor(steps.Partnership.Chief);

        await steps.Quarter.PostAsync(chief, "versions/1/withhold", ("Reason", "A court order"));
        Assert.Equal(HttpStatusCode.NotFound, (await steps.ReadAsync()).Status);
        var lead = (await portal.ClientFor(steps.Partnership.Lead).GetPageAsync(steps.Settings)).ShouldBeOk();
        Assert.Contains(
            "The report of July to September 2020 is withheld on legal grounds, so nobody outside can read the page.", lead.Text,
            StringComparison.Ordinal);
        Assert.Contains("no report is approved", (await steps.PreviewAsync()).Text, StringComparison.Ordinal);

        await steps.Quarter.PostAsync(chief, "versions/1/release", ("Reason", "The order ended"));
        (await steps.ReadAsync()).ShouldBeOk();
    }

    private static async Task<HttpResponseMessage> KnownAsync(
        HttpClient client, PublicPageSteps steps, System.Net.Http.Headers.EntityTagHeaderValue tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, steps.Address);
        request.Headers.IfNoneMatch.Add(tag);
        return await client.SendAsync(request);
    }
}
