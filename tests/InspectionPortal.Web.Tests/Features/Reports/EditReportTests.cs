using System.Net;
using System.Text;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Reports;

/// <summary>The draft of a report: kept until submission, shown in the preview, sealed with the snapshot.</summary>
public sealed class EditReportTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Summary = "Reviews are late.\nWe need a date.";

    [Fact]
    public async Task Post_Draft_IsKeptAndShownInThePreviewAndSealed()
    {
        var steps = await MakeAsync();

        var saved = await steps.PrepareAsync(
            ("Summary", Summary), ("Decisions[0].Text", "Agree a new date. The old one cannot be met."),
            ("Decisions[0].ProjectId", steps.Plan.ProjectIds[1].ToString()));

        Assert.Equal($"{steps.Report}/submit", saved.Location);
        var again = (await steps.As(steps.Partnership.Lead).GetPageAsync($"{steps.Report}/prepare")).ShouldBeOk();
        Assert.Equal(Summary, again.Find("#Summary").TextContent.Trim().ReplaceLineEndings("\n"));
        var preview = (await steps.As(steps.Partnership.Lead).GetPageAsync($"{steps.Report}/submit")).ShouldBeOk();
        var shown = preview.Find(".p-preview");
        Assert.StartsWith("Preview: not submitted", shown.TextContent.Trim(), StringComparison.Ordinal);
        await preview.SubmitAsync("#submit-quarter");
        var snapshot = CanonicalJson.Read<QuarterSnapshot>((await steps.SubmissionsAsync()).Single().Snapshot);
        Assert.Equal(Summary, snapshot.Summary!.ReplaceLineEndings("\n"));
        Assert.Equal(
            [new SnapshotDecision(1, "Agree a new date. The old one cannot be met.", steps.Plan.ProjectIds[1], DecisionOrigin.Lead),
                new SnapshotDecision(2, "Name a lead. Nobody has it.", steps.Plan.ProjectIds[0], DecisionOrigin.HelpNeeded)],
            snapshot.Decisions!);
        var report = (await steps.As(steps.Partnership.Reader).GetPageAsync(steps.Report)).ShouldBeOk();
        Assert.Equal(["Agree a new date", "Name a lead"], report.Document.QuerySelectorAll(".p-decisions .p-decision")
            .Select(e => e.TextContent));
        Assert.Equal(Text(shown, "#decisions"), Text(report.Find("main"), "#decisions").Replace(" Not answered yet.", "",
            StringComparison.Ordinal));
        foreach (var part in new[] { "#not-received", "#summary", "#exceptions", "#movement", "#evidence", "#coverage", "#full-table" })
        {
            Assert.Equal(Text(shown, part), Text(report.Find("main"), part));
        }
    }

    [Fact]
    public async Task Post_ProposalNotTaken_IsNoDecisionAndTheReportSaysSo()
    {
        var steps = await MakeAsync();

        await steps.PrepareAsync(("Proposals[0].IsTaken", "false"));
        await steps.SubmitAsync();

        var page = (await steps.As(steps.Partnership.Chief).GetPageAsync(steps.Report)).ShouldBeOk();
        Assert.Contains("No decision is needed.", page.Find(".p-lede").TextContent, StringComparison.Ordinal);
        Assert.Contains("No decision is sought this quarter.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Name a lead. Nobody has it.", page.Find($"#project-{steps.Plan.ProjectIds[0]:N}")
            .TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ForecastAfterTheDeadline_IsProposedAndNotTakenUnlessTicked()
    {
        var steps = await QuarterSteps.MakeAsync(portal);
        await portal.Data.AcceptUpdateAsync(
            steps.Partnership, steps.Plan, steps.Plan.ProjectIds[0],
            u => (u.Forecast, u.SlipReason) = (DeadlineParser.Parse("31 December 2020"), "Two people left"));
        await steps.CloseAsync();

        var form = (await steps.As(steps.Partnership.Lead).GetPageAsync($"{steps.Report}/prepare")).ShouldBeOk();

        Assert.Contains("Agree 31 December 2020 as the new date. The deadline is 30 September 2020. Reason: Two people left", form.Text,
            StringComparison.Ordinal);
        await form.SubmitAsync("#prepare-report");
        Assert.Empty((await ReadAsync(steps)).Choices.Proposals.Where(p => p.IsTaken));
        await steps.PrepareAsync(("Proposals[0].IsTaken", "true"));
        await steps.SubmitAsync();
        var decision = Assert.Single(CanonicalJson.Read<QuarterSnapshot>((await steps.SubmissionsAsync()).Single().Snapshot).Decisions!);
        Assert.Equal(DecisionOrigin.LaterForecast, decision.Origin);
    }

    [Fact]
    public async Task Post_PartsLeftOut_AreNotInTheReportWhichSaysSo_AndScrutinyBodiesReadThem()
    {
        var steps = await MakeAsync();
        await steps.PrepareAsync(("Parts", nameof(ReportPart.Movement)), ("Parts", nameof(ReportPart.Evidence)));
        await steps.SubmitAsync();
        await steps.ApproveAsync(steps.Partnership.Chief);

        var page = (await steps.As(steps.Partnership.Reader).GetPageAsync(steps.Report)).ShouldBeOk();
        var officer = await portal.Data.CreateOfficerAsync(steps.Partnership, steps.Plan, GrantScope.ApprovedReports);
        var outside = (await steps.As(officer.Person).GetPageAsync(steps.Report)).ShouldBeOk();

        Assert.Equal(
            ["not-received", "decisions", "exceptions", "movement", "evidence", "key"],
            page.Document.QuerySelectorAll(".p-contents a").Select(a => a.GetAttribute("href")![1..]));
        Assert.Null(page.Document.QuerySelector(
            "#full-table") ?? page.Document.QuerySelector("#coverage") ?? page.Document.QuerySelector("#figures"));
        Assert.Contains("The partnership lead left out of this report: measures, coverage and full table.", page.Text,
            StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main a[href^='#']").Select(a => a.GetAttribute("href")!)
            .Where(h => page.Document.QuerySelector(h) is null));
        Assert.NotNull(outside.Document.QuerySelector("#full-table"));
        Assert.DoesNotContain("left out of this report", outside.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task Post_Summary_IsReadByScrutinyBodiesOnlyWhereOpened(string opened, bool isRead)
    {
        var steps = await MakeAsync();
        await steps.PrepareAsync(
            ("Summary", "SummaryForTheMeeting"), ("IsSummaryOpen", opened), ("Decisions[0].Text", "DecisionForTheMeeting"));
        await steps.SubmitAsync();
        await steps.ApproveAsync(steps.Partnership.Chief);
        var officer = await portal.Data.CreateOfficerAsync(steps.Partnership, steps.Plan, GrantScope.LivePlan);

        var outside = (await steps.As(officer.Person).GetPageAsync(steps.Report)).ShouldBeOk();
        var edition = Encoding.UTF8.GetString(await steps.DownloadAsync(officer.Person));

        Assert.Equal(isRead, outside.Text.Contains("SummaryForTheMeeting", StringComparison.Ordinal));
        Assert.Equal(isRead, edition.Contains("SummaryForTheMeeting", StringComparison.Ordinal));
        Assert.DoesNotContain("DecisionForTheMeeting", outside.Html + edition, StringComparison.Ordinal);
        Assert.Contains("SummaryForTheMeeting", (await steps.As(steps.Partnership.Reader).GetPageAsync(steps.Report))
            .Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_OverANewerDraft_LosesNeither()
    {
        var steps = await MakeAsync();
        var client = steps.As(steps.Partnership.Lead);
        var (one, two) = (await client.GetPageAsync($"{steps.Report}/prepare"), await client.GetPageAsync($"{steps.Report}/prepare"));
        await one.SubmitAsync("#prepare-report", ("Summary", "Written first"));

        var conflict = await two.SubmitAsync("#prepare-report", ("Summary", "Written second"));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Written first", conflict.Text, StringComparison.Ordinal);
        Assert.Equal("Written second", conflict.Find("#Summary").TextContent.Trim());
        Assert.Equal("Written first", (await ReadAsync(steps)).Summary);
        await conflict.SubmitAsync("#prepare-report");
        Assert.Equal("Written second", (await ReadAsync(steps)).Summary);
    }

    [Fact]
    public async Task Submit_DraftChangedAfterThePreview_IsAConflict()
    {
        var steps = await MakeAsync();
        var preview = await steps.As(steps.Partnership.Lead).GetPageAsync($"{steps.Report}/submit");
        await steps.PrepareAsync(("Summary", "Changed after the preview"));

        var refused = await preview.SubmitAsync("#submit-quarter");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("were changed after you opened the preview", refused.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal(PeriodState.WithLead, await steps.StateAsync());
        Assert.Contains("Changed after the preview", refused.Find(".p-preview").TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await refused.SubmitAsync("#submit-quarter")).Status);
    }

    [Fact]
    public async Task Post_AfterSubmitting_ChangesNothingAndKeepsWhatWasTyped()
    {
        var steps = await MakeAsync();
        var form = await steps.As(steps.Partnership.Lead).GetPageAsync($"{steps.Report}/prepare");
        await steps.SubmitAsync();

        var refused = await form.SubmitAsync("#prepare-report", ("Summary", "Too late"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("with the chief officers, so its report cannot be changed", refused.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("Too late", refused.Text, StringComparison.Ordinal);
        Assert.Equal(0, await portal.Data.InTenantAsync(steps.Partnership.Id, d => d.ReportDrafts.CountAsync()));
    }

    [Fact]
    public async Task Post_Returned_KeepsTheDraftForTheNextSubmission()
    {
        var steps = await MakeAsync();
        await steps.PrepareAsync(("Summary", Summary));
        await steps.SubmitAsync();
        await steps.ReturnAsync(steps.Partnership.Chief);

        var form = (await steps.As(steps.Partnership.Lead).GetPageAsync($"{steps.Report}/prepare")).ShouldBeOk();

        Assert.Contains("Say why it slipped", form.Text, StringComparison.Ordinal);
        Assert.Equal(Summary, form.Find("#Summary").TextContent.Trim().ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Post_BadInput_SaysHowToFixItInPlace()
    {
        var (steps, other) = (await MakeAsync(), await MakeAsync());

        var tooLong = await steps.PrepareAsync(("Summary", new string('x', ReportDraft.SummaryMaxLength + 1)));
        var noText = await steps.PrepareAsync(("Decisions[0].ProjectId", steps.Plan.ProjectIds[0].ToString()));
        var foreign = await steps.PrepareAsync(
            ("Decisions[0].Text", "Agree"), ("Decisions[0].ProjectId", other.Plan.ProjectIds[0].ToString()));
        var more = await steps.PrepareAsync(("Decisions[0].Text", "Agree"), ("More", "decisions"));

        Assert.All([tooLong, noText, foreign], p => Assert.Equal(HttpStatusCode.UnprocessableEntity, p.Status));
        Assert.Contains("4,000 characters or fewer", tooLong.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("Enter what the chief officers are asked to decide", noText.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("Choose an item of this plan", foreign.Errors.Single(), StringComparison.Ordinal);
        Assert.Empty(more.ShouldBeOk().Errors);
        Assert.NotNull(more.Document.QuerySelector("#Decisions_1__Text"));
        Assert.Equal(0, await portal.Data.InTenantAsync(steps.Partnership.Id, d => d.ReportDrafts.CountAsync()));
    }

    [Fact]
    public async Task Any_WhoMayNotPrepare_IsRefused()
    {
        var (here, there) = (await MakeAsync(), await MakeAsync());
        var form = await here.As(here.Partnership.Lead).GetPageAsync($"{here.Report}/prepare");
        Assert.NotNull(form.Document.QuerySelector("#prepare-report"));
        foreach (var person in new[] { here.Partnership.Contributor, here.Partnership.Chief, here.Partnership.Reader })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await here.PostAsync(here.As(person), "prepare", ("Summary", "Mine"))).Status);
        }

        var officer = await portal.Data.CreateOfficerAsync(here.Partnership, here.Plan, GrantScope.LivePlan);
        Assert.Equal(HttpStatusCode.NotFound, (await here.PostAsync(here.As(officer.Person), "prepare", ("Summary", "Mine"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await here.PostAsync(here.As(there.Partnership.Lead), "prepare", ("Summary", "Mine")))
            .Status);
        var across = new QuarterSteps(portal, here.Partnership, here.Plan, there.PeriodId);
        Assert.Equal(HttpStatusCode.NotFound, (await across.PostAsync(here.As(here.Partnership.Lead), "prepare", ("Summary", "Mine")))
            .Status);
        Assert.Equal(0, await portal.Data.InTenantAsync(here.Partnership.Id, d => d.ReportDrafts.CountAsync()));
    }

    [Fact]
    public async Task Get_EvidenceNotReleased_IsWarnedOfWithALinkToReleaseIt()
    {
        var steps = await MakeAsync();
        await portal.Data.CreateNoteAsync(steps.Partnership, steps.Plan.ProjectIds[0], "Audit of records", released: false);
        await portal.Data.CreateNoteAsync(steps.Partnership, steps.Plan.ProjectIds[0], "Released audit", released: true);

        var page = (await steps.As(steps.Partnership.Lead).GetPageAsync($"{steps.Report}/submit")).ShouldBeOk();

        Assert.Equal(
            "1 piece of evidence is not released and will not be in the report that scrutiny bodies read.", page.Find("#unreleased")
                .TextContent);
        var link = page.Find("#unreleased + ul a[href*='/release']");
        Assert.Equal("Release it: Audit of records", link.TextContent);
        (await steps.As(steps.Partnership.Lead).GetPageAsync(link.GetAttribute("href")!)).ShouldBeOk();
    }

    /// <summary>A quarter with the lead: one of two projects sent an update that asks for help.</summary>
    private async Task<QuarterSteps> MakeAsync()
    {
        var steps = await QuarterSteps.MakeAsync(portal);
        await portal.Data.AcceptUpdateAsync(
            steps.Partnership, steps.Plan, steps.Plan.ProjectIds[0], u => u.HelpNeeded = "Name a lead. Nobody has it.");
        await steps.CloseAsync();
        return steps;
    }

    private Task<ReportDraft> ReadAsync(QuarterSteps steps) =>
        portal.Data.InTenantAsync(steps.Partnership.Id, d => d.ReportDrafts.AsNoTracking().SingleAsync());

    /// <summary>What a part of the report says, from its heading on.</summary>
    private static string Text(AngleSharp.Dom.IElement place, string part) =>
        string.Join(' ', (place.QuerySelector(part)?.ParentElement?.TextContent ?? "")
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
