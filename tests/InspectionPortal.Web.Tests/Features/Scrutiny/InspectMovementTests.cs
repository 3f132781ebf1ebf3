using System.Globalization;
using System.Text.Json;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Tests.Features.Reports;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Scrutiny;

/// <summary>What moved in a partnership: each number against the frozen reports, read here without the portal's own code.</summary>
public sealed class InspectMovementTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData(GrantScope.ApprovedReports)]
    [InlineData(GrantScope.LivePlan)]
    public async Task Get_Inspect_AfterTwoApprovedQuarters_SaysWhatMovedBetweenThem(GrantScope scope)
    {
        var here = await TwoQuartersAsync();
        var officer = await portal.Data.CreateOfficerAsync(here.Partnership, here.Plan, scope);

        var page = (await portal.ClientFor(officer.Person).GetPageAsync("/inspect?since=Quarter")).ShouldBeOk();

        Assert.Equal(
            ["1", "1", "1", "1", "2"],
            new[] { "Up", "Down", "First rated", "Slips", "Evidence released" }.Select(label => Cell(page, label)));
        Assert.Contains("Most has moved in", page.Text, StringComparison.Ordinal);
        Assert.Contains("3 ratings, 1 deadline and 2 items of evidence", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Inspect_WithAGrantOfReports_SaysEveryNumberAsTheTwoFrozenReportsDo()
    {
        var here = await TwoQuartersAsync();
        var officer = await portal.Data.CreateOfficerAsync(here.Partnership, here.Plan, GrantScope.ApprovedReports);
        var (before, now) = await FrozenAsync(here);

        var page = (await portal.ClientFor(officer.Person).GetPageAsync("/inspect?since=Quarter")).ShouldBeOk();

        var order = Each(now, "ratingKey").ToDictionary(r => Text(r, "code")!, r => r.GetProperty("order").GetInt32(),
            StringComparer.Ordinal);
        var was = Projects(before).ToDictionary(p => Text(p, "id")!, p => Text(p, "rating"), StringComparer.Ordinal);
        var pairs = Projects(now).Select(p => (Was: was[Text(p, "id")!], Is: Text(p, "rating"))).ToList();
        Assert.Equal(Number(pairs.Count(p => p is { Was: not null, Is: not null } && order[p.Is] < order[p.Was])), Cell(page, "Up"));
        Assert.Equal(Number(pairs.Count(p => p is { Was: not null, Is: not null } && order[p.Is] > order[p.Was])), Cell(page, "Down"));
        Assert.Equal(Number(pairs.Count(p => p is { Was: null, Is: not null })), Cell(page, "First rated"));
        Assert.Equal(Number(Projects(now).Count(p => Each(p, "slips").Any(IsLater))), Cell(page, "Slips"));
        Assert.Equal(Number(Each(now, "evidence").Select(e => Text(e, "itemId")).Distinct().Count()), Cell(page, "Evidence released"));
        Assert.Equal(Number(Each(now, "measures").Count(HasSignal)), Cell(page, "Signals"));
        Assert.Equal(Number(Each(now, "recommendations").Count(r => !IsProven(r, before) && !IsProven(r, now))),
            Cell(page, "No evidence yet"));
        Assert.Equal(
            string.Concat(Each(now, "ratingKey").OrderBy(r => r.GetProperty("order").GetInt32())
                .Select(r => (Name: Text(r, "name"), Count: pairs.Count(p => p.Is == Text(r, "code"))))
                    .Append((Name: "Not rated", Count: pairs.Count(p => p.Is is null)))
                .Where(r => r.Count > 0).Select(r => $"{Number(r.Count)} {r.Name}")),
            Cell(page, "Ratings"));
        Assert.Equal(
            $"{Text(now.GetProperty("period"), "title")} compared with {Text(before.GetProperty("period"), "title")}",
                Cell(page, "Last approved"));
    }

    [Theory]
    [InlineData(GrantScope.ApprovedReports)]
    [InlineData(GrantScope.LivePlan)]
    public async Task Get_Inspect_WithOnePartnershipChosen_ListsWhatItsNumbersCount(GrantScope scope)
    {
        var here = await TwoQuartersAsync();
        var officer = await portal.Data.CreateOfficerAsync(here.Partnership, here.Plan, scope);
        var client = portal.ClientFor(officer.Person);
        foreach (var since in new[] { "since=Quarter", "since=Date&on=1+January+2020" })
        {
            var table = (await client.GetPageAsync($"/inspect?{since}")).ShouldBeOk();
            var link = table.Find("tbody td[data-label='Evidence released'] a").GetAttribute("href")!;

            var page = (await client.GetPageAsync(link)).ShouldBeOk();

            var rows = page.Document.QuerySelectorAll("#changes ~ table tbody tr").Select(r => Plain(r.TextContent)).ToList();
            Assert.Equal(int.Parse(Cell(page, "Evidence released"), CultureInfo.InvariantCulture),
                rows.Count(r => r.Contains("Evidence released", StringComparison.Ordinal)));
            Assert.Equal(int.Parse(Cell(page, "Slips"), CultureInfo.InvariantCulture), rows.Count(r => r.Contains("was 30 September 2020",
                StringComparison.Ordinal)));
            Assert.Equal(
                new[] { "Up", "Down", "First rated" }.Sum(l => int.Parse(Cell(page, l), CultureInfo.InvariantCulture)),
                page.Document.QuerySelectorAll("#changes ~ table .p-tag-line").Length);
            Assert.Contains("Now 31 December 2020, was 30 September 2020", page.Text, StringComparison.Ordinal);
            Assert.Contains("Two posts are vacant", page.Text, StringComparison.Ordinal);
            Assert.Contains($"/{here.Partnership.Slug}/evidence/", page.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_Inspect_SinceADay_CountsTheLivePlanFromThatDay()
    {
        var here = await TwoQuartersAsync();
        var officer = await portal.Data.CreateOfficerAsync(here.Partnership, here.Plan, GrantScope.LivePlan);

        // The first quarter was long ago; the second is of today.
        await portal.Data.InTenantAsync(here.Partnership.Id, async database =>
        {
            foreach (var update in await database.ProgressUpdates.Where(u => u.PeriodId == here.Plan.PeriodId).ToListAsync())
            {
                update.ReviewedAt = DateTimeOffset.UtcNow.AddYears(-2);
            }

            return true;
        });
        var client = portal.ClientFor(officer.Person);
        var day = DateTimeOffset.UtcNow.AddYears(-1).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

        var page = (await client.GetPageAsync($"/inspect?since=Date&on={Uri.EscapeDataString(day)}")).ShouldBeOk();

        Assert.Contains($"What moved since {day}", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["1", "1", "1", "1", "3"],
            new[] { "Up", "Down", "First rated", "Slips", "Evidence released" }.Select(label => Cell(page, label)));
        var tomorrow = DateTimeOffset.UtcNow.AddDays(2).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        var later = (await client.GetPageAsync($"/inspect?since=Date&on={Uri.EscapeDataString(tomorrow)}")).ShouldBeOk();
        Assert.Equal(["0", "0", "0", "0", "0"], new[] { "Up", "Down", "First rated", "Slips", "Evidence released" }.Select(
            label => Cell(later, label)));
        var unclear = (await client.GetPageAsync("/inspect?since=Date&on=soon")).ShouldBeOk();
        Assert.Contains("Enter a real date, such as 3 September 2020", unclear.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Inspect_ReportWithheld_IsNeitherCountedNorComparedWith()
    {
        var here = await TwoQuartersAsync();
        var officer = await portal.Data.CreateOfficerAsync(here.Partnership, here.Plan, GrantScope.ApprovedReports);
        await portal.Data.InTenantAsync(here.Partnership.Id, async database =>
        {
            var newest = await database.PublishedReports.SingleAsync(r => r.PeriodId == here.PeriodId);
            return database.Add(InspectionPortal.Domain.Reporting.ReportWithholding.Of(newest, "Names a child", DateTimeOffset.UtcNow,
                here.Partnership.Chief.Id));
        });

        var page = (await portal.ClientFor(officer.Person).GetPageAsync("/inspect?since=Quarter")).ShouldBeOk();

        Assert.Equal("July to September 2020 the first report", Cell(page, "Last approved"));
        Assert.Equal(["0", "0", "3", "0", "1"], new[] { "Up", "Down", "First rated", "Slips", "Evidence released" }.Select(
            label => Cell(page, label)));
    }

    [Fact]
    public async Task Get_Inspect_FilteredAndSorted_ShowsThoseAndTheFileHasThem()
    {
        var moved = await TwoQuartersAsync();
        var officer = await portal.Data.CreateOfficerAsync(moved.Partnership, moved.Plan, GrantScope.ApprovedReports);
        var quiet = await portal.Data.CreatePartnershipAsync(p => p.Name = "=Quiet partnership");
        await portal.Data.GrantAsync(quiet, await portal.Data.CreatePlanAsync(quiet), officer.BodyId, GrantScope.ApprovedReports);
        var client = portal.ClientFor(officer.Person);
        async Task<string> NamesAsync(string query)
        {
            var page = (await client.GetPageAsync($"/inspect?since=Quarter{query}")).ShouldBeOk();
            return string.Join("; ", page.Document.QuerySelectorAll(".p-inspect tbody .p-big").Select(n => n.TextContent.Trim()));
        }

        Assert.Equal($"{quiet.Name}; {moved.Partnership.Name}", await NamesAsync(string.Empty));
        Assert.Equal($"{moved.Partnership.Name}; {quiet.Name}", await NamesAsync("&sort=Slips"));
        Assert.Equal(moved.Partnership.Name, await NamesAsync("&show=Worse"));
        Assert.Equal(quiet.Name, await NamesAsync("&q=QUIET"));
        Assert.Empty(await NamesAsync("&q=nowhere"));
        using var response = await client.GetAsync(new Uri("/inspect/partnerships.csv?since=Quarter&show=Moved", UriKind.Relative));
        var lines = (await response.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("text/csv; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(2, lines.Length);
        Assert.StartsWith($"{moved.Partnership.Name},,Approved reports only,October to December 2020,July to September 2020,", lines[1],
            StringComparison.Ordinal);
        Assert.Contains(",1,1,1,0,1,", lines[1], StringComparison.Ordinal);
        var all = await client.GetStringAsync(new Uri("/inspect/partnerships.csv?since=Quarter", UriKind.Relative));
        Assert.Contains("'=Quiet partnership", all, StringComparison.Ordinal);
    }

    private static string Cell(TestPage page, string label) => Plain(page.Find($".p-inspect tbody td[data-label='{label}']")
        .FirstChild is null
        ? string.Empty
        : string.Join(' ', page.Find($".p-inspect tbody td[data-label='{label}']").ChildNodes
            .Select(n => n is AngleSharp.Dom.IElement { LocalName: "a" } link && label is not ("Last approved" or "Ratings")
                ? link.FirstChild!.TextContent : n.TextContent)));

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement.ArrayEnumerator Each(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : default;

    private static IEnumerable<JsonElement> Projects(JsonElement report) =>
        Each(report, "aims").SelectMany(a => Each(a, "projects")).Where(p => Text(p, "noActionNeeded") is null);

    private static bool IsLater(JsonElement slip) =>
        string.CompareOrdinal(Text(slip.GetProperty("to"), "due"), Text(slip.GetProperty("from"), "due")) > 0;

    private static bool HasSignal(JsonElement measure) =>
        measure.TryGetProperty("reading", out var reading) && reading.ValueKind == JsonValueKind.Object && Each(reading, "signals").Any();

    /// <summary>Evidence of a report names the recommendation, or a project that the report says answers it.</summary>
    private static bool IsProven(JsonElement recommendation, JsonElement report)
    {
        var projects = Each(recommendation, "projects").Select(p => Text(p, "number")).ToList();
        return Each(report, "evidence").Any(e => Each(e, "recommendations").Any(n => n.GetString() == Text(recommendation, "number"))
            || Each(e, "projects").Any(n => projects.Contains(n.GetString())));
    }

    private async Task<(JsonElement Before, JsonElement Now)> FrozenAsync(QuarterSteps here)
    {
        var reports = await portal.Data.InTenantAsync(here.Partnership.Id, database => database.PublishedReports.AsNoTracking()
            .ToListAsync());
        JsonElement Read(Guid period) => JsonDocument.Parse(reports.Single(r => r.PeriodId == period).ScrutinyEdition).RootElement;
        return (Read(here.Plan.PeriodId), Read(here.PeriodId));
    }

    /// <summary>
    /// One rating up, one down, one given for the first time, one the same with a deadline that slips, and one never rated. Evidence in
    /// both quarters, and a recommendation that none answers.
    /// </summary>
    private async Task<QuarterSteps> TwoQuartersAsync()
    {
        var first = await QuarterSteps.MakeAsync(portal, projects: 5);
        var (here, plan) = (first.Partnership, first.Plan);
        await portal.Data.InTenantAsync(here.Id, database => Task.FromResult(
            database.Add(new InspectionPortal.Domain.Inspections.Recommendation
            {
                InspectionId = plan.InspectionId,
                Number = "2",
                Text = $"Answered by nothing {here.Canary}",
            })));
        await portal.Data.CreateFileAsync(here, plan.ProjectIds[0], "First audit", released: true);
        await RateAsync(first, first.PeriodId, "at-risk", "on-track", null, "at-risk");
        await first.CloseAsync();
        await first.SubmitAsync();
        await first.ApproveAsync(here.Chief);
        var period = await portal.Data.CreateNextPeriodAsync(here, plan);
        await portal.Data.SlipAsync(here, plan.ProjectIds[3], "31 December 2020", "Two posts are vacant");
        await portal.Data.CreateFileAsync(here, plan.ProjectIds[1], "Second audit", released: true, ScanResult.Clean);
        await portal.Data.CreateNoteAsync(here, plan.ProjectIds[2], "Minutes", released: true);
        await portal.Data.CreateNoteAsync(here, plan.ProjectIds[2], "Kept back", released: false);
        await RateAsync(first, period, "on-track", "off-track", "on-track", "at-risk");
        var second = new QuarterSteps(portal, here, plan, period);
        await second.CloseAsync();
        await second.SubmitAsync();
        await second.ApproveAsync(here.Chief);
        return second;
    }

    private async Task RateAsync(QuarterSteps steps, Guid period, params string?[] ratings)
    {
        foreach (var (rating, project) in ratings.Zip(steps.Plan.ProjectIds).Where(r => r.First is not null))
        {
            await portal.Data.AcceptUpdateAsync(steps.Partnership, steps.Plan, project, u => u.RagAccepted = rating, period);
        }
    }
}
