using System.Text;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Tests.Features.Reports;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Measures.Signals;

/// <summary>A signal of a measure shows wherever somebody must know of it.</summary>
public sealed class SignalsTravelTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Get_EveryPage_OfAMeasureThatGetsWorse_SaysSoInWords()
    {
        var (tenant, plan) = await MakeAsync(MeasureDirection.Down);
        var officer = await portal.Data.CreateOfficerAsync(tenant, plan, GrantScope.LivePlan);
        using var client = portal.ClientFor(tenant.Lead);
        foreach (var path in new[] { "", $"plans/{plan.Id}", $"projects/{plan.ProjectIds[0]}", $"measures/{plan.MeasureIds[0]}", "measures?show=Attention", "updates", $"plans/{plan.Id}/drivers" })
        {
            var page = (await client.GetPageAsync($"/{tenant.Slug}/{path}")).ShouldBeOk();
            Assert.True(page.Text.Contains("Getting worse", StringComparison.Ordinal), $"/{path}: {page.Text}");
            Assert.Equal(page.Document.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count(), page.Document.QuerySelectorAll("[id]").Length);
        }

        using var outside = portal.ClientFor(officer.Person);
        Assert.Contains("Getting worse", (await outside.GetPageAsync($"/{tenant.Slug}")).Text, StringComparison.Ordinal);
        var row = (await outside.GetPageAsync("/inspect")).Find("td[data-label='Signals']");
        Assert.Contains("1 getting worse", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Home_CountsMeasuresAndNamesTheWorst()
    {
        var (tenant, plan) = await MakeAsync(MeasureDirection.Down, projects: 3);
        await portal.Data.GiveFiguresAsync(tenant, plan.MeasureIds[1], MeasureDirection.Up);

        var page = (await portal.ClientFor(tenant.Reader).GetPageAsync($"/{tenant.Slug}")).ShouldBeOk();

        Assert.Contains("2 measures with a signal", page.Text, StringComparison.Ordinal);
        Assert.Equal($"Measure 1 {tenant.Canary}", Assert.Single(page.Document.QuerySelectorAll(".p-signals a")).TextContent);
        var shown = await portal.ClientFor(tenant.Reader).GetPageAsync($"/{tenant.Slug}/measures?show=Signals");
        Assert.Equal(2, shown.Document.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task Get_AnyPage_OfAnIllustrativeMeasure_CountsItNowhere()
    {
        var (tenant, plan) = await MakeAsync(MeasureDirection.Down, change: m => m.IsIllustrative = true);
        var officer = await portal.Data.CreateOfficerAsync(tenant, plan, GrantScope.LivePlan);
        using var client = portal.ClientFor(tenant.Lead);
        await RateAsync(tenant, plan, "on-track", "31 December 2020");
        foreach (var path in new[] { "", $"plans/{plan.Id}", "updates", $"plans/{plan.Id}/drivers", "measures?show=Signals" })
        {
            var page = (await client.GetPageAsync($"/{tenant.Slug}/{path}")).ShouldBeOk();
            Assert.DoesNotContain(page.Document.QuerySelectorAll(".p-rating, #diagram-body text"), e => e.TextContent.Contains("Getting worse", StringComparison.Ordinal));
        }

        var project = await client.GetPageAsync($"/{tenant.Slug}/projects/{plan.ProjectIds[0]}");
        Assert.DoesNotContain(project.Document.QuerySelectorAll(".p-strip .p-rating"), e => e.TextContent.Contains("Getting worse", StringComparison.Ordinal));
        Assert.Null(project.Document.QuerySelector("#disagreement"));
        using var outside = portal.ClientFor(officer.Person);
        Assert.Equal("0", (await outside.GetPageAsync("/inspect")).Find("td[data-label='Signals']").TextContent.Trim());
    }

    [Fact]
    public async Task Get_Project_ThatLooksAtAMeasureOfAnother_ShowsItsSignal()
    {
        var (tenant, plan) = await MakeAsync(MeasureDirection.Down);
        await portal.Data.InTenantAsync(tenant.Id, database =>
        {
            database.Add(new MeasureUse { MeasureId = plan.MeasureIds[0], ProjectId = plan.ProjectIds[1] });
            return Task.FromResult(true);
        });

        var page = await portal.ClientFor(tenant.Reader).GetPageAsync($"/{tenant.Slug}/projects/{plan.ProjectIds[1]}");

        Assert.Contains("Getting worse", page.Find(".p-strip").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Inspect_WithApprovedReportsOnly_ShowsWhatTheReportSaid()
    {
        var (tenant, plan) = await MakeAsync(MeasureDirection.Down);
        var officer = await portal.Data.CreateOfficerAsync(tenant, plan, GrantScope.ApprovedReports);
        using var outside = portal.ClientFor(officer.Person);
        Assert.Equal("No report", (await outside.GetPageAsync("/inspect")).Find("td[data-label='Signals']").TextContent.Trim());

        await PublishAsync(tenant, plan);
        await portal.Data.GiveFiguresAsync(tenant, plan.MeasureIds[0], MeasureDirection.Up);

        Assert.Contains("1 getting worse", (await outside.GetPageAsync("/inspect")).Find("td[data-label='Signals']").TextContent, StringComparison.Ordinal);
        Assert.Contains("Getting worse", (await outside.GetPageAsync($"/{tenant.Slug}/reports/{plan.PeriodId}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Improving", (await outside.GetPageAsync($"/{tenant.Slug}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Report_AfterFiguresChange_KeepsWhatWasReadThen()
    {
        var (tenant, plan) = await MakeAsync(MeasureDirection.Down);
        await RateAsync(tenant, plan, "on-track", "31 December 2020");
        var steps = await PublishAsync(tenant, plan);
        var before = await steps.DownloadAsync(tenant.Lead);
        await portal.Data.GiveFiguresAsync(tenant, plan.MeasureIds[0], MeasureDirection.Up);

        var page = (await portal.ClientFor(tenant.Chief).GetPageAsync(steps.Report)).ShouldBeOk();

        Assert.Contains("Measures with signals, 1", page.Text, StringComparison.Ordinal);
        Assert.Contains("Getting worse: the latest month", page.Text, StringComparison.Ordinal);
        Assert.Contains("Ratings that did not match the dates or figures", page.Text, StringComparison.Ordinal);
        Assert.Equal(before, await steps.DownloadAsync(tenant.Lead));
        Assert.Contains("\"kind\":\"gettingWorse\"", Encoding.UTF8.GetString(before), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_UpdatesOfTheLead_PutsDisagreementsFirst()
    {
        var (tenant, plan) = await MakeAsync(MeasureDirection.Down);
        await RateAsync(tenant, plan, "on-track", "31 December 2020");
        await portal.Data.AcceptUpdateAsync(tenant, plan, plan.ProjectIds[0], u => u.RagAccepted = u.RagProposed = "on-track");

        var page = (await portal.ClientFor(tenant.Lead).GetPageAsync($"/{tenant.Slug}/updates")).ShouldBeOk();

        Assert.Equal("Ratings that do not match the dates or figures", page.Find("main h2").TextContent);
        Assert.Contains("Rated on track.", page.Find(".p-task").TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($".p-task a[href$='/projects/{plan.ProjectIds[0]}/answer']"));
    }

    [Theory]
    [InlineData("Milestone late", null, null)]
    [InlineData("Done 1 September 2020, awaiting evidence", "2020-09-01", null)]
    [InlineData("Done, awaiting evidence", null, "Held in spring")]
    public async Task Get_Measures_OfAMilestone_SaysHowItStands(string expected, string? doneOn, string? doneText)
    {
        var (tenant, plan) = await MakeAsync(MeasureDirection.None, figures: [], change: m =>
        {
            (m.Kind, m.Deadline, m.DoneText) = (MeasureKind.Milestone, DeadlineParser.Parse("30 September 2020"), doneText);
            m.DoneOn = doneOn is null ? null : DateOnly.Parse(doneOn, System.Globalization.CultureInfo.InvariantCulture);
        });
        using var client = portal.ClientFor(tenant.Lead);

        var list = (await client.GetPageAsync($"/{tenant.Slug}/measures?show=Milestones")).ShouldBeOk();
        var own = (await client.GetPageAsync($"/{tenant.Slug}/measures/{plan.MeasureIds[0]}")).ShouldBeOk();

        Assert.Contains(expected, Assert.Single(list.Document.QuerySelectorAll("tbody tr")).TextContent, StringComparison.Ordinal);
        Assert.Contains(expected, own.Text, StringComparison.Ordinal);
        Assert.Equal(expected == "Milestone late", own.Text.Contains("27 days late", StringComparison.Ordinal));
        Assert.Equal(expected == "Milestone late", (await client.GetPageAsync($"/{tenant.Slug}")).Text.Contains("1 measure with a signal", StringComparison.Ordinal));
    }

    private async Task<QuarterSteps> PublishAsync(TestPartnership tenant, TestPlan plan)
    {
        var steps = new QuarterSteps(portal, tenant, plan);
        await steps.CloseAsync();
        await steps.SubmitAsync();
        await steps.ApproveAsync(tenant.Chief);
        return steps;
    }

    private Task<bool> RateAsync(TestPartnership tenant, TestPlan plan, string rag, string deadline) => portal.Data.InTenantAsync(tenant.Id, async database =>
    {
        var project = await database.Projects.SingleAsync(p => p.Id == plan.ProjectIds[0]);
        (project.Rag, project.Deadline) = (rag, DeadlineParser.Parse(deadline));
        return true;
    });

    private async Task<(TestPartnership Tenant, TestPlan Plan)> MakeAsync(
        MeasureDirection direction, int projects = 2, IReadOnlyList<decimal>? figures = null, Action<Measure>? change = null)
    {
        var tenant = await portal.Data.CreatePartnershipAsync(p => (p.AsAt, p.Quorum) = (new DateOnly(2020, 10, 27), 1));
        var plan = await portal.Data.CreatePlanAsync(tenant, projects);
        await portal.Data.GiveFiguresAsync(tenant, plan.MeasureIds[0], direction, figures, change: change);
        return (tenant, plan);
    }
}
