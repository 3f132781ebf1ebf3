using System.IO.Compression;
using System.Net;
using System.Text;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Tests.Features.Inspections;
using InspectionPortal.Web.Tests.Features.Search;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace InspectionPortal.Web.Tests.Features.Reports;

/// <summary>Position statements that are approved with a report, and what link officers read of them.</summary>
public sealed class StatementsInReportTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Submit_WithADraft_SaysSoAndNobodyChangesItUntilTheyDecide()
    {
        var (quarter, steps) = await MakeAsync();
        var here = steps.Partnership;
        await steps.WriteAsync(here.Contributor);
        var open = await steps.OpenAsync(here.Contributor);

        var check = (await quarter.As(here.Lead).GetPageAsync($"{quarter.Report}/submit")).ShouldBeOk();
        Assert.Contains("This draft goes to the chief officers with the report. If they approve the report, it is approved. "
            + "Until they decide, nobody can change it. Recommendation 1as at 30 September 2020",
            Words(check.Find("#going-statements").TextContent), StringComparison.Ordinal);
        await quarter.SubmitAsync();

        var late = await open.SubmitAsync(StatementSteps.Form, ("HowWell", "Something else"));
        Assert.Equal(
            "This draft is with the chief officers in a report. It cannot be changed until they approve or return the report.",
            Assert.Single(late.Errors));
        Assert.Equal((StatementSteps.Well, StatementState.Draft, (Guid?)quarter.PeriodId), await StateAsync(steps));
        var page = (await steps.PageAsync(here.Reader)).ShouldBeOk();
        Assert.Contains("It is with the chief officers in July to September 2020. It cannot be changed until they approve or return the report.",
            page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main a[href*='/statements/']"));
        Assert.Contains("It is with the chief officers in a report, and is approved with that report.",
            (await steps.OpenAsync(here.Chief, "approve")).Text, StringComparison.Ordinal);
        foreach (var sql in new[] { "update position_statements set how_well = 'Other'", "delete from position_statements" })
        {
            await Assert.ThrowsAsync<PostgresException>(() => portal.Data.InTenantAsync(here.Id, d => d.Database.ExecuteSqlRawAsync(sql)));
        }
    }

    [Fact]
    public async Task Approve_TheQuarter_ApprovesTheDraftInItAndTheReportShowsIt()
    {
        var (quarter, steps) = await MakeAsync();
        var here = steps.Partnership;
        await steps.WriteAsync(here.Contributor);
        await quarter.SubmitAsync();
        Assert.Contains("Approved when the chief officers approve this report", (await quarter.As(here.Chief).GetPageAsync(
            quarter.Report)).ShouldBeOk().Text, StringComparison.Ordinal);

        await quarter.ApproveAsync(here.Chief);

        Assert.Equal((StatementSteps.Well, StatementState.Approved, (Guid?)quarter.PeriodId), await StateAsync(steps));
        var report = (await quarter.As(here.Reader).GetPageAsync(quarter.Report)).ShouldBeOk();
        var section = Words(report.Find("#statements").ParentElement!.TextContent);
        Assert.Contains("Recommendation 1, as at 30 September 2020", section, StringComparison.Ordinal);
        Assert.Contains(
            $"Self-evaluation grade: Good How well are we doing? {StatementSteps.Well} How do we know? {StatementSteps.Known} What next? {StatementSteps.Next}",
            section, StringComparison.Ordinal);
        Assert.Contains("Position statements, 1", report.Text, StringComparison.Ordinal);
        var page = (await steps.PageAsync(here.Reader)).ShouldBeOk();
        Assert.Contains($"Approved on {DateTime.UtcNow:d MMMM yyyy} with July to September 2020", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($"#position ~ p a[href$='/reports/{quarter.PeriodId}']"));
        Assert.Contains(StatementSteps.Well, await WordsOfFileAsync(quarter, here.Reader, "report.docx"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Return_TheQuarter_LeavesADraftThatCanBeChangedAndGoesWithTheNext()
    {
        var (quarter, steps) = await MakeAsync();
        var here = steps.Partnership;
        await steps.WriteAsync(here.Contributor);
        await quarter.SubmitAsync();

        await quarter.ReturnAsync(here.Chief);

        Assert.Equal((StatementSteps.Well, StatementState.Draft, (Guid?)null), await StateAsync(steps));
        await (await steps.OpenAsync(here.Contributor)).SubmitAsync(StatementSteps.Form, ("HowWell", "In other words"));
        await quarter.SubmitAsync();
        await quarter.ApproveAsync(here.Chief);
        Assert.Equal(("In other words", StatementState.Approved, (Guid?)quarter.PeriodId), await StateAsync(steps));
        var published = CanonicalJson.Read<QuarterSnapshot>((await quarter.PublishedAsync())!.Snapshot);
        Assert.Equal("In other words", Assert.Single(published.Recommendations.SelectMany(r => r.Statements ?? [])).HowWell);
    }

    [Fact]
    public async Task Submit_WhileSomebodySavesTheDraft_KeepsInTheReportWhatIsStored()
    {
        for (var round = 0; round < 5; round++)
        {
            var (quarter, steps) = await MakeAsync();
            await steps.WriteAsync(steps.Partnership.Contributor);
            var edit = await steps.OpenAsync(steps.Partnership.Contributor);
            var submit = (await quarter.As(steps.Partnership.Lead).GetPageAsync($"{quarter.Report}/submit")).ShouldBeOk();

            await Task.WhenAll(edit.SubmitAsync(StatementSteps.Form, ("HowWell", "Saved meanwhile")), submit.SubmitAsync("#submit-quarter"));

            var (stored, _, period) = await StateAsync(steps);
            var sent = (await quarter.SubmissionsAsync()).SingleOrDefault();
            Assert.Equal(sent is null ? null : quarter.PeriodId, period);
            Assert.Equal(
                sent is null ? "Saved meanwhile" : stored,
                sent is null ? stored
                    : CanonicalJson.Read<QuarterSnapshot>(sent.Snapshot).Recommendations.SelectMany(r => r.Statements ?? []).Single().HowWell);
        }
    }

    [Fact]
    public async Task Submit_WithAnUnfinishedDraft_LeavesItBehindAndSaysSo()
    {
        var (quarter, steps) = await MakeAsync();
        await steps.WriteAsync(steps.Partnership.Contributor, well: null);

        var check = (await quarter.As(steps.Partnership.Lead).GetPageAsync($"{quarter.Report}/submit")).ShouldBeOk();
        Assert.Contains(
            "No draft goes with the report. The draft on 1 does not answer “How well are we doing?” yet, so it stays a draft.",
            Words(check.Find("#going-statements").TextContent), StringComparison.Ordinal);
        await quarter.SubmitAsync();
        await quarter.ApproveAsync(steps.Partnership.Chief);

        Assert.Equal((null, StatementState.Draft, (Guid?)null), await StateAsync(steps));
        var bytes = Encoding.UTF8.GetString((await quarter.PublishedAsync())!.Snapshot);
        Assert.DoesNotContain("\"statements\"", bytes, StringComparison.Ordinal);
        Assert.DoesNotContain(StatementSteps.Known, bytes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_AfterOneWasApprovedOnItsOwn_ShowsItOnceWithItsDay()
    {
        var (quarter, steps) = await MakeAsync();
        var here = steps.Partnership;
        await steps.WriteAsync(here.Contributor);
        await steps.ApproveAsync(here.Chief);
        await quarter.SubmitAsync();
        await quarter.ApproveAsync(here.Chief);

        Assert.Contains($"Approved on its own on {DateTime.UtcNow:d MMMM yyyy}", (await quarter.As(here.Reader).GetPageAsync(
            quarter.Report)).ShouldBeOk().Text, StringComparison.Ordinal);
        var next = new QuarterSteps(portal, here, steps.Plan, await portal.Data.CreateNextPeriodAsync(here, steps.Plan));
        await next.CloseAsync();
        await next.SubmitAsync();
        Assert.DoesNotContain(StatementSteps.Well, Encoding.UTF8.GetString((await next.SubmissionsAsync())[^1].Snapshot), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_AnotherPlansQuarter_TakesNoDraftOnAPriorityThatThisPlanAnswers()
    {
        var (quarter, steps) = await MakeAsync();
        await portal.Data.InTenantAsync(steps.Partnership.Id, async database =>
        {
            await database.ReviewFindings.ExecuteDeleteAsync();
            (await database.Recommendations.SingleAsync()).InspectionId = null;
            return true;
        });
        var other = new QuarterSteps(portal, steps.Partnership, await portal.Data.CreatePlanAsync(steps.Partnership));
        await other.CloseAsync();
        await steps.WriteAsync(steps.Partnership.Contributor);

        await other.SubmitAsync();

        Assert.Equal((StatementSteps.Well, StatementState.Draft, (Guid?)null), await StateAsync(steps));
        Assert.DoesNotContain(StatementSteps.Well, Encoding.UTF8.GetString((await other.SubmissionsAsync())[^1].Snapshot), StringComparison.Ordinal);
        await quarter.SubmitAsync();
        Assert.Equal((StatementSteps.Well, StatementState.Draft, (Guid?)quarter.PeriodId), await StateAsync(steps));
    }

    [Fact]
    public async Task Get_AsALinkOfficerOfTheLivePlan_ReadsApprovedOnesAndNeverADraft()
    {
        var (quarter, steps) = await MakeAsync();
        var here = steps.Partnership;
        var officer = await portal.Data.CreateOfficerAsync(here, steps.Plan, GrantScope.LivePlan);
        var stranger = await portal.Data.CreateOfficerAsync(here, await portal.Data.CreatePlanAsync(here), GrantScope.LivePlan);
        await steps.WriteAsync(here.Contributor);
        await ReadsNothingAsync(steps, officer.Person);

        await quarter.SubmitAsync();
        await ReadsNothingAsync(steps, officer.Person);
        await quarter.ApproveAsync(here.Chief);

        var page = (await steps.PageAsync(officer.Person)).ShouldBeOk();
        Assert.Contains($"As at 30 September 2020 Self-evaluation grade: Good How well are we doing? {StatementSteps.Well}", page.Text, StringComparison.Ordinal);
        Assert.Contains("with July to September 2020", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Last written by", page.Text, StringComparison.Ordinal);
        var overview = (await portal.ClientFor(officer.Person).GetPageAsync($"/{here.Slug}")).ShouldBeOk();
        Assert.Equal("30 September 2020: position statement on 1 Self-evaluation grade: good",
            Words(overview.Find("td[data-label='Position statement']").TextContent));
        Assert.Single((await portal.SearchAsync(here, officer.Person, "audit 40")).Hits(), h => h.EndsWith("#position", StringComparison.Ordinal));
        Assert.Contains(
            (await portal.ClientFor(officer.Person).GetPageAsync("/inspect/search?q=files+wait")).ShouldBeOk().Hits(),
            h => h.EndsWith("#position", StringComparison.Ordinal));
        Assert.Contains(StatementSteps.Well, await IndexOfPackAsync(steps, officer.Person), StringComparison.Ordinal);

        await steps.WriteAsync(here.Contributor, "Only a draft", "31 December 2020");
        var again = (await steps.PageAsync(officer.Person)).ShouldBeOk();
        Assert.DoesNotContain("Only a draft", again.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Only a draft", await IndexOfPackAsync(steps, officer.Person), StringComparison.Ordinal);
        Assert.DoesNotContain("Only a draft", await IndexOfPackAsync(steps, here.Lead), StringComparison.Ordinal);
        Assert.Empty((await portal.SearchAsync(here, officer.Person, "draft")).Hits());
        Assert.Equal(HttpStatusCode.NotFound, (await steps.PageAsync(stranger.Person)).Status);
        Assert.Empty((await portal.SearchAsync(here, stranger.Person, "audit 40")).Hits());
        Assert.Empty((await portal.ClientFor(stranger.Person).GetPageAsync("/inspect/search?q=files+wait")).Hits());
        Assert.Equal(HttpStatusCode.NotFound,
            (await portal.ClientFor(officer.Person).GetPageAsync($"/{here.Slug}/statements/{(await steps.NewestAsync()).Id}/edit")).Status);
    }

    [Fact]
    public async Task Get_AsALinkOfficerOfApprovedReports_ReadsThemInTheReportOnly()
    {
        var (quarter, steps) = await MakeAsync();
        var here = steps.Partnership;
        var officer = await portal.Data.CreateOfficerAsync(here, steps.Plan, GrantScope.ApprovedReports);
        await steps.WriteAsync(here.Contributor);
        await quarter.SubmitAsync();
        Assert.DoesNotContain(StatementSteps.Well, (await quarter.As(officer.Person).GetPageAsync(quarter.Report)).Html, StringComparison.Ordinal);

        await quarter.ApproveAsync(here.Chief);
        await steps.WriteAsync(here.Contributor, "Only a draft", "31 December 2020");

        var report = (await quarter.As(officer.Person).GetPageAsync(quarter.Report)).ShouldBeOk();
        Assert.Contains($"How well are we doing? {StatementSteps.Well}", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Only a draft", report.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await steps.PageAsync(officer.Person)).Status);
        var search = (await portal.SearchAsync(here, officer.Person, "wait")).ShouldBeOk();
        Assert.Equal([$"/{here.Slug}/reports/{quarter.PeriodId}"], search.Hits());
        Assert.Empty((await portal.SearchAsync(here, officer.Person, "\"only a draft\"")).Hits());
    }

    [Fact]
    public async Task Get_WhileItsReportIsWithheld_IsHiddenFromThoseWhoMayNotReadTheReport()
    {
        var (quarter, steps) = await MakeAsync();
        var here = steps.Partnership;
        var officer = await portal.Data.CreateOfficerAsync(here, steps.Plan, GrantScope.LivePlan);
        await steps.WriteAsync(here.Contributor);
        await quarter.SubmitAsync();
        await quarter.ApproveAsync(here.Chief);
        var form = (await quarter.As(here.Chief).GetPageAsync($"{quarter.Report}/versions/1/withhold")).ShouldBeOk();
        await form.SubmitAsync(StatementSteps.Form, ("Reason", "A court order"));

        foreach (var person in new[] { officer.Person, here.Reader, here.Contributor })
        {
            Assert.DoesNotContain(StatementSteps.Well, (await steps.PageAsync(person)).ShouldBeOk().Html, StringComparison.Ordinal);
            Assert.Empty((await portal.SearchAsync(here, person, "audit 40")).Hits());
            Assert.DoesNotContain(StatementSteps.Well, await IndexOfPackAsync(steps, person), StringComparison.Ordinal);
        }

        Assert.Empty((await portal.ClientFor(officer.Person).GetPageAsync("/inspect/search?q=files+wait")).Hits());
        Assert.DoesNotContain(StatementSteps.Well, await IndexOfPackAsync(steps, here.Chief), StringComparison.Ordinal);
        Assert.Contains(StatementSteps.Well, (await steps.PageAsync(here.Chief)).ShouldBeOk().Text, StringComparison.Ordinal);
    }

    private async Task<(QuarterSteps Quarter, StatementSteps Steps)> MakeAsync()
    {
        var quarter = await QuarterSteps.MakeAsync(portal);
        await quarter.CloseAsync();
        return (quarter, new StatementSteps(portal, quarter.Partnership, quarter.Plan));
    }

    private async Task ReadsNothingAsync(StatementSteps steps, TestPerson officer)
    {
        var page = (await steps.PageAsync(officer)).ShouldBeOk();
        Assert.Contains("No position statement is approved yet.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(StatementSteps.Well, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("draft", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Empty((await portal.SearchAsync(steps.Partnership, officer, "audit 40")).Hits());
        Assert.Equal("None yet", Words((await portal.ClientFor(officer).GetPageAsync($"/{steps.Partnership.Slug}"))
            .Find("td[data-label='Position statement']").TextContent));
    }

    private static async Task<(string? HowWell, StatementState State, Guid? PeriodId)> StateAsync(StatementSteps steps)
    {
        var newest = await steps.NewestAsync();
        return (newest.HowWell, newest.State, newest.PeriodId);
    }

    private async Task<string> IndexOfPackAsync(StatementSteps steps, TestPerson person)
    {
        var bytes = await portal.ClientFor(person).GetByteArrayAsync(new Uri($"{steps.Recommendation}/pack.zip", UriKind.Relative));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return await ReadAsync(zip, "index.html");
    }

    private static async Task<string> WordsOfFileAsync(QuarterSteps quarter, TestPerson person, string name)
    {
        var bytes = await quarter.As(person).GetByteArrayAsync(new Uri($"{quarter.Report}/{name}", UriKind.Relative));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return await ReadAsync(zip, "word/document.xml");
    }

    private static async Task<string> ReadAsync(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(await zip.GetEntry(name)!.OpenAsync());
        return await reader.ReadToEndAsync();
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
