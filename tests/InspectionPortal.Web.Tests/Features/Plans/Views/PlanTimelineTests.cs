using AngleSharp.Dom;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Features.Plans.Views;

namespace InspectionPortal.Web.Tests.Features.Plans.Views;

/// <summary>The timeline: bars, marks and months against the dates of the database, and the list of what has no date.</summary>
public sealed class PlanTimelineTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly string[] Written = ["30 September 2020", "20 November 2020", "31 December 2020", "31 March 2022", "Ongoing", "To be agreed"];

    [Fact]
    public async Task Get_Deadlines_AreInTheirBandsWithSlipAndForecast()
    {
        var (partnership, plan) = await MakeAsync();
        var page = await OpenAsync(partnership, "timeline");
        Assert.Equal(["overdue", "soon", "quarter", "later"], page.Document.QuerySelectorAll("table.p-time tbody").Select(g => g.Id));
        var soon = Flat(page.Find("#soon"));
        Assert.Contains("First date: 20 October 2020 20 November 2020 · 31 days later", soon, StringComparison.Ordinal);
        Assert.Contains("Forecast: 30 November 2020 · 10 days later", soon, StringComparison.Ordinal);
        Assert.Contains("Reason for the change: The pandemic", soon, StringComparison.Ordinal);
        Assert.Equal(2, page.Document.QuerySelectorAll("#soon .p-time__bar path[fill='#fff'], #soon .p-time__bar circle[fill='#fff']").Length);
        Assert.Contains("Ongoing", Flat(page.Find("#none")), StringComparison.Ordinal);
        Assert.Equal(2, page.Document.QuerySelectorAll("#none li").Length);
        Assert.Contains("27 days late", Flat(page.Find("#overdue")), StringComparison.Ordinal);
        Assert.DoesNotContain("Step", soon, StringComparison.Ordinal);
        Assert.Contains("1 November 2020", Flat((await OpenAsync(partnership, "timeline?with=steps")).Find("#soon")), StringComparison.Ordinal);
        Assert.Equal(plan.ProjectIds.Count,
            page.Document.QuerySelectorAll("table.p-time a[href*='/projects/'], #none a[href*='/projects/']").Length);
    }

    [Fact]
    public async Task Get_BarsAndMarks_AreWhereTheDatesAre()
    {
        var (partnership, plan) = await MakeAsync(from: new DateOnly(2020, 1, 1));
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            (await database.Projects.FindAsync(partnership.Id, plan.ProjectIds[2]))!.Deadline = DeadlineParser.Parse("50% by 30 June 2020, 75% by 31 December 2020");
            database.Add(new Measure
            {
                PlanId = plan.Id,
                ProjectId = plan.ProjectIds[3],
                Title = "A milestone",
                Kind = MeasureKind.Milestone,
                Deadline = DeadlineParser.Parse("15 December 2020"),
            });
            return true;
        });
        var page = await OpenAsync(partnership, "timeline");
        var chart = new TimelineChart(new DateOnly(2020, 1, 1), new DateOnly(2022, 3, 31), new DateOnly(2020, 10, 27), []);
        var late = Row(page, plan.ProjectIds[0]);
        var bar = late.QuerySelectorAll(".p-time__bar rect")[0];
        AssertSpan(chart.At(chart.From), chart.At(new DateOnly(2020, 9, 30)), bar);
        AssertSpan(chart.At(new DateOnly(2020, 9, 30)), chart.At(chart.Today), late.QuerySelectorAll(".p-time__bar rect")[1]);
        Assert.NotNull(late.QuerySelector(".p-time__missed"));
        Assert.Contains("From 1 January 2020 to 30 September 2020", late.TextContent, StringComparison.Ordinal);
        var staged = Row(page, plan.ProjectIds[2]);
        Assert.Contains("Stages: 30 June 2020 and 31 December 2020", staged.TextContent, StringComparison.Ordinal);
        Assert.Single(staged.QuerySelectorAll(".p-time__missed"));
        Assert.Single(staged.QuerySelectorAll(".p-time__bar circle"));
        Assert.Contains("Milestones: 15 December 2020", Row(page, plan.ProjectIds[3]).TextContent, StringComparison.Ordinal);
        Assert.Contains("1 dated sub-action, the next on 1 November 2020", Row(page, plan.ProjectIds[0]).TextContent, StringComparison.Ordinal);
        Assert.Contains("January 2020 to March 2022", page.Find("table.p-time caption").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Periods_AreShownToMembersAndToLinkOfficersOnceApproved()
    {
        var (partnership, plan) = await MakeAsync();
        var officer = (await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan)).Person;
        Assert.Contains("Reporting periods: July to September 2020.", (await OpenAsync(partnership, "timeline")).Find("caption").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("July to September 2020", (await portal.ClientFor(officer).GetPageAsync($"{partnership.PlanPath}/timeline")).ShouldBeOk().Html, StringComparison.Ordinal);
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            var period = (await database.ReportingPeriods.FindAsync(partnership.Id, plan.PeriodId))!;
            foreach (var state in new[] { PeriodState.WithLead, PeriodState.Submitted, PeriodState.Approved })
            {
                period.Become(state);
            }

            return true;
        });
        Assert.Contains("July to September 2020", (await portal.ClientFor(officer).GetPageAsync($"{partnership.PlanPath}/timeline")).ShouldBeOk().Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ListForPhones_HasEveryDatedRowByMonth()
    {
        var (partnership, _) = await MakeAsync();
        var page = await OpenAsync(partnership, "timeline");
        Assert.Equal(
            ["September 2020", "November 2020", "December 2020", "March 2022"], page.Document.QuerySelectorAll(".p-time-list h2").Select(h => h.TextContent));
        Assert.Equal(4, page.Document.QuerySelectorAll(".p-time-list li").Length);
    }

    [Fact]
    public async Task Get_Paper_IsA3OnDemandAndNamesThePlanOnEachPage()
    {
        var (partnership, _) = await MakeAsync();
        var page = await OpenAsync(partnership, "timeline?with=steps");
        Assert.Null(page.Document.QuerySelector("link[href*='paper-a3-across']"));
        Assert.Contains("@top-left", page.Find("head style").TextContent, StringComparison.Ordinal);
        Assert.Contains("as at 27 October 2020", page.Find("head style").TextContent, StringComparison.Ordinal);
        var link = page.Document.QuerySelectorAll("main a").Single(a => a.TextContent == "Set up for A3").GetAttribute("href")!;
        Assert.Equal($"{partnership.PlanPath}/timeline?with=steps&paper=a3", link);
        var large = (await portal.ClientFor(partnership.Reader).GetPageAsync(link)).ShouldBeOk();
        Assert.NotNull(large.Document.QuerySelector("link[href*='paper-a3-across'][media=print]"));
    }

    private static IElement Row(TestPage page, Guid project) =>
        page.Document.QuerySelectorAll("table.p-time tbody tr").Single(r => r.QuerySelector($"a[href$='/projects/{project}']") is not null);

    /// <summary>The page writes tenths of a unit.</summary>
    private static void AssertSpan(double from, double to, IElement rect)
    {
        var left = double.Parse(rect.GetAttribute("x")!, System.Globalization.CultureInfo.InvariantCulture);
        var right = left + double.Parse(rect.GetAttribute("width")!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(from, left, tolerance: 0.1);
        Assert.Equal(to, right, tolerance: 0.15);
    }

    private static string Flat(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) + " ";

    private async Task<TestPage> OpenAsync(TestPartnership partnership, string view) =>
        (await portal.ClientFor(partnership.Reader).GetPageAsync($"{partnership.PlanPath}/{view}")).ShouldBeOk();

    private async Task<(TestPartnership Partnership, TestPlan Plan)> MakeAsync(DateOnly? from = null)
    {
        var partnership = await portal.Data.CreatePartnershipAsync(p => p.AsAt = new DateOnly(2020, 10, 27));
        var plan = await portal.Data.CreatePlanAsync(partnership, Written.Length);
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            (await database.Plans.FindAsync(partnership.Id, plan.Id))!.PeriodFrom = from;
            for (var i = 0; i < Written.Length; i++)
            {
                (await database.Projects.FindAsync(partnership.Id, plan.ProjectIds[i]))!.Deadline = DeadlineParser.Parse(Written[i]);
            }

            var second = (await database.Projects.FindAsync(partnership.Id, plan.ProjectIds[1]))!;
            second.Forecast = DeadlineParser.Parse("30 November 2020");
            database.Add(new DeadlineSlip
            {
                ProjectId = second.Id,
                From = DeadlineParser.Parse("20 October 2020"),
                To = second.Deadline,
                Reason = "The pandemic",
                ByUserId = partnership.Lead.Id,
                At = DateTimeOffset.UtcNow,
            });
            (await database.SubActions.FindAsync(partnership.Id, plan.SubActionIds[0]))!.Deadline = DeadlineParser.Parse("1 November 2020");
            return true;
        });
        return (partnership, plan);
    }
}
