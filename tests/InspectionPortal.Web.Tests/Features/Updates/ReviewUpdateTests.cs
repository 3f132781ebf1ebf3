using System.Net;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Updates;

public sealed class ReviewUpdateTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Accept = "form#accept";
    private const string SendBack = "form#send-back";
    private const string Write = "form.p-update";

    [Fact]
    public async Task Story_DraftSubmitSendBackAnswerAcceptOtherwise_EverythingKept()
    {
        var place = await MakeAsync();
        var (contributor, lead) = (portal.ClientFor(place.Partnership.Contributor), portal.ClientFor(place.Partnership.Lead));
        var home = $"/{place.Partnership.Slug}";

        var form = await contributor.OpenAsync($"{home}/updates/mine");
        await form.SubmitAsync(Write, ("Intent", "SaveDraft"), ("Entries[0].Text", "First words"));
        Assert.Equal(UpdateState.Draft, (await ReadAsync(place)).State);

        form = await contributor.OpenAsync($"{home}/updates/mine");
        var submitted = await contributor.FollowAsync(await form.SubmitAsync(Write, ("Intent", "Submit"), ("Rag", "on-track")));
        Assert.Contains("1 of 2 updates written. Still to write: 1.2.", submitted.Text, StringComparison.Ordinal);

        var list = (await lead.GetPageAsync($"{home}/updates")).ShouldBeOk();
        Assert.Contains("1 to review", list.Text, StringComparison.Ordinal);
        var review = (await lead.GetPageAsync(list.Find("a[href$='/review']").GetAttribute("href")!)).ShouldBeOk();
        Assert.Contains("First words", review.Text, StringComparison.Ordinal);
        Assert.Contains("Before the portal", review.Text, StringComparison.Ordinal);
        var back = await review.SubmitAsync(SendBack, ("Comment", "Which figures?"));
        Assert.Equal($"{home}/updates?period={place.Plan.PeriodId}", back.Location);

        form = await contributor.OpenAsync($"{home}/updates/mine");
        Assert.Contains("Which figures?", form.Text, StringComparison.Ordinal);
        await form.SubmitAsync(Write, ("Intent", "Submit"), ("Entries[0].Text", "Nine of ten"), ("Forecast", "31 December 2020"), ("SlipReason", "Clinics paused"));

        review = await lead.GetPageAsync($"{home}/updates/{(await ReadAsync(place)).Id}/review");
        Assert.Contains("Which figures?", review.Text, StringComparison.Ordinal);
        var accepted = await lead.FollowAsync(await review.SubmitAsync(Accept, ("Rag", "at-risk"), ("RagChangedReason", "Still below target")));
        Assert.Contains("Proposed: On track", accepted.Text, StringComparison.Ordinal);

        var update = await ReadAsync(place);
        Assert.Equal((UpdateState.Accepted, "on-track", "at-risk", "Still below target"), (update.State, update.RagProposed, update.RagAccepted, update.RagChangedReason));
        Assert.Equal(("at-risk", "31 December 2020", "30 September 2020"), (update.Project!.Rag, update.Project.Forecast.Text, update.Project.Deadline.Text));
        Assert.Equal(update.ReviewedAt, update.Project.RagAcceptedAt);
        var slip = Assert.Single(await SlipsAsync(place));
        Assert.Equal(("30 September 2020", "31 December 2020", "Clinics paused"), (slip.From.Text, slip.To.Text, slip.Reason));
        Assert.Equal(place.Partnership.Contributor.Id, slip.ByUserId);
        Assert.Contains("Accepted", (await contributor.OpenAsync($"{home}/updates/mine")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_AcceptAndNext_GoesThroughThePlanInOrderAndEndsAtTheList()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(partnership, 4);
        foreach (var project in new[] { plan.ProjectIds[3], plan.ProjectIds[0], plan.ProjectIds[2] })
        {
            await portal.Data.CreateUpdateAsync(partnership, plan, project, UpdateState.Submitted);
        }

        var (lead, seen) = (portal.ClientFor(partnership.Lead), new List<string>());
        var list = await lead.OpenAsync($"/{partnership.Slug}/updates");
        var page = await lead.OpenAsync(list.Document.QuerySelectorAll("tbody a[href$='/review']")[1].GetAttribute("href")!);
        Assert.Contains("2 more updates to review", page.Text, StringComparison.Ordinal);
        for (var clicks = 0; clicks < 3; clicks++)
        {
            seen.Add(page.Find("h1").TextContent.Trim().Split(' ')[1]);
            page = await lead.FollowAsync(await page.SubmitAsync(Accept, ("next", "true")));
        }

        Assert.Equal(["1.3", "1.4", "1.1"], seen);
        Assert.Contains("Updates", page.Find("h1").TextContent, StringComparison.Ordinal);
        Assert.Equal(3, await portal.Data.InTenantAsync(partnership.Id, d => d.ProgressUpdates.CountAsync(u => u.State == UpdateState.Accepted)));
    }

    [Fact]
    public async Task Post_AcceptedTwice_OneSlipAndNoError()
    {
        var place = await MakeAsync(u => (u.Forecast, u.SlipReason) = (DeadlineParser.Parse("31 December 2020"), "Clinics paused"));
        var review = await OpenAsync(place);

        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => review.SubmitAsync(Accept)));

        Assert.All(sent, s => Assert.True(s.Status is HttpStatusCode.Redirect or HttpStatusCode.Conflict, s.Text));
        Assert.Contains(sent, s => s.Status == HttpStatusCode.Redirect);
        Assert.Equal(HttpStatusCode.Redirect, (await review.SubmitAsync(Accept)).Status);
        Assert.Single(await SlipsAsync(place));
    }

    [Theory]
    [InlineData("off-track", null, "Enter why you changed the rating. Both ratings are kept")]
    [InlineData("not-rated", null, "Enter why you changed the rating. Both ratings are kept")]
    [InlineData("purple-ish", "Because", "Choose one of the ratings, or Not rated")]
    public async Task Post_AcceptWithWrongRating_SaysSo(string rag, string? reason, string message)
    {
        var place = await MakeAsync(_ => { });
        var review = await OpenAsync(place);

        var sent = await review.SubmitAsync(Accept, ("Rag", rag), ("RagChangedReason", reason));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.Equal([message], sent.Errors);
        Assert.Equal(UpdateState.Submitted, (await ReadAsync(place)).State);
    }

    [Fact]
    public async Task Post_AcceptNotRated_ProjectIsNotRated()
    {
        var place = await MakeAsync(u => (u.RagProposed, u.NotRatedReason) = (null, "Too early"));
        var review = await OpenAsync(place);

        await review.SubmitAsync(Accept);

        var update = await ReadAsync(place);
        Assert.Equal((UpdateState.Accepted, null, null), (update.State, update.RagAccepted, update.Project!.Rag));
        Assert.NotNull(update.Project.RagAcceptedAt);
    }

    [Theory]
    [InlineData(null, "Enter what needs to change")]
    [InlineData("   ", "Enter what needs to change")]
    [InlineData("long", "This must be 4,000 characters or fewer")]
    public async Task Post_SendBackWithoutComment_SaysSo(string? comment, string message)
    {
        var place = await MakeAsync(_ => { });
        var review = await OpenAsync(place);

        var sent = await review.SubmitAsync(SendBack, ("Comment", comment == "long" ? new string('x', 4001) : comment));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.Equal([message], sent.Errors);
    }

    [Fact]
    public async Task Post_ChangedWhileReviewing_Conflict()
    {
        var place = await MakeAsync(_ => { });
        var review = await OpenAsync(place);
        var writer = portal.ClientFor(place.Partnership.Contributor);
        var form = await writer.GetPageAsync($"/{place.Partnership.Slug}/projects/{place.Project}/update?period={place.Plan.PeriodId}");
        await form.SubmitAsync(Write, ("Intent", "Submit"), ("Entries[0].Text", "Said anew"));

        var accept = await review.SubmitAsync(Accept);
        var back = await review.SubmitAsync(SendBack, ("Comment", "No"));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (accept.Status, back.Status));
        Assert.Contains("Said anew", accept.Text, StringComparison.Ordinal);
        Assert.Equal(UpdateState.Submitted, (await ReadAsync(place)).State);
        Assert.Equal(HttpStatusCode.Redirect, (await accept.SubmitAsync(Accept)).Status);
    }

    [Theory]
    [InlineData(UpdateState.Draft)]
    [InlineData(UpdateState.SentBack)]
    public async Task Post_AcceptWhatIsNotSubmitted_Refused(UpdateState state)
    {
        var place = await MakeAsync(_ => { });
        var review = await OpenAsync(place);
        await portal.Data.InTenantAsync(place.Partnership.Id, async d => (await d.ProgressUpdates.FirstAsync()).State = state);

        var sent = await review.SubmitAsync(Accept);

        Assert.Equal(HttpStatusCode.Conflict, sent.Status);
        Assert.Equal(state, (await ReadAsync(place)).State);
        Assert.Empty(sent.Document.QuerySelectorAll(Accept));
    }

    [Theory]
    [InlineData(new[] { PeriodState.WithLead }, HttpStatusCode.Redirect)]
    [InlineData(new[] { PeriodState.WithLead, PeriodState.Submitted }, HttpStatusCode.UnprocessableEntity)]
    [InlineData(new[] { PeriodState.WithLead, PeriodState.Submitted, PeriodState.Approved }, HttpStatusCode.UnprocessableEntity)]
    public async Task Post_AcceptAfterClosing_OnlyWhileWithTheLead(PeriodState[] steps, HttpStatusCode status)
    {
        var place = await MakeAsync(_ => { });
        var review = await OpenAsync(place);
        await portal.Data.MovePeriodAsync(place.Partnership, place.Plan.PeriodId, steps);

        Assert.Equal(status, (await review.SubmitAsync(Accept)).Status);
        var repeated = await review.SubmitAsync(SendBack, ("Comment", "No"));
        Assert.NotEqual(HttpStatusCode.Redirect, repeated.Status);
    }

    [Fact]
    public async Task Post_Evidenced_OnlyWithEvidence()
    {
        var place = await MakeAsync(u => u.Status = ProjectStatus.DoneAwaitingEvidence);
        var review = await OpenAsync(place);

        var without = await review.SubmitAsync(Accept, ("Evidenced", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.Status);
        Assert.Contains("Add evidence to the project first", without.Errors[0], StringComparison.Ordinal);
        Assert.Equal((UpdateState.Submitted, ProjectStatus.InProgress), ((await ReadAsync(place)).State, (await ReadAsync(place)).Project!.Status));

        await portal.Data.CreateNoteAsync(place.Partnership, place.Project, "Audit", released: false);
        await review.SubmitAsync(Accept, ("Evidenced", "true"));
        Assert.Equal(ProjectStatus.DoneAndEvidenced, (await ReadAsync(place)).Project!.Status);
    }

    [Fact]
    public async Task Post_LeadAcceptsOwnUpdate_Shown()
    {
        var place = await MakeAsync(_ => { });
        await portal.Data.InTenantAsync(
            place.Partnership.Id, async d => (await d.ProgressUpdates.FirstAsync()).SubmittedByUserId = place.Partnership.Lead.Id);
        var review = await OpenAsync(place);

        var list = await portal.ClientFor(place.Partnership.Lead).FollowAsync(await review.SubmitAsync(Accept));

        Assert.Contains("Accepted by the person who wrote it", list.Text, StringComparison.Ordinal);
        Assert.Contains("the person who wrote it", (await OpenAsync(place)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_EarlierPeriodAcceptedAfterALater_ProjectKeepsTheLater()
    {
        var place = await MakeAsync(_ => { });
        await portal.Data.InTenantAsync(place.Partnership.Id, async d =>
        {
            var later = new ReportingPeriod { PlanId = place.Plan.Id, Title = "October to December 2020", From = new(2020, 10, 1), To = new(2020, 12, 31) };
            d.Add(later);
            d.Add(new ProgressUpdate { Period = later, ProjectId = place.Project, State = UpdateState.Accepted, RagAccepted = "off-track" });
            return (await d.Projects.FirstAsync(p => p.Id == place.Project)).Rag = "off-track";
        });
        var review = await OpenAsync(place);

        await review.SubmitAsync(Accept);

        var (earlier, rag) = await portal.Data.InTenantAsync(
            place.Partnership.Id, async d => (await d.ProgressUpdates.FirstAsync(u => u.PeriodId == place.Plan.PeriodId), (await d.Projects.FirstAsync(p => p.Id == place.Project)).Rag));
        Assert.Equal((UpdateState.Accepted, "on-track", "off-track"), (earlier.State, earlier.RagAccepted, rag));
    }

    [Fact]
    public async Task Post_HtmlInComment_Encoded()
    {
        var place = await MakeAsync(_ => { });
        await (await OpenAsync(place)).SubmitAsync(SendBack, ("Comment", "<img src=x onerror=alert(1)>"));

        var mine = await portal.ClientFor(place.Partnership.Contributor).GetPageAsync($"/{place.Partnership.Slug}/updates/mine");

        Assert.Contains("<img src=x onerror=alert(1)>", mine.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", mine.Html, StringComparison.Ordinal);
    }

    private async Task<TestPage> OpenAsync(Place place)
    {
        var id = (await ReadAsync(place)).Id;
        return (await portal.ClientFor(place.Partnership.Lead).GetPageAsync($"/{place.Partnership.Slug}/updates/{id}/review")).ShouldBeOk();
    }

    private async Task<ProgressUpdate> ReadAsync(Place place) => await portal.Data.InTenantAsync(
        place.Partnership.Id,
        d => d.ProgressUpdates.AsNoTracking().Include(u => u.Project).SingleAsync(u => u.ProjectId == place.Project && u.PeriodId == place.Plan.PeriodId));

    private Task<List<DeadlineSlip>> SlipsAsync(Place place) =>
        portal.Data.InTenantAsync(place.Partnership.Id, d => d.DeadlineSlips.AsNoTracking().ToListAsync());

    private async Task<Place> MakeAsync(Action<ProgressUpdate>? submitted = null)
    {
        var partnership = await portal.Data.CreatePartnershipAsync(p => p.AsAt = new DateOnly(2020, 10, 27));
        var plan = await portal.Data.CreatePlanAsync(partnership);
        if (submitted is not null)
        {
            await portal.Data.CreateUpdateAsync(partnership, plan, plan.ProjectIds[0], UpdateState.Submitted, change: u =>
            {
                u.Status = ProjectStatus.InProgress;
                submitted(u);
            });
        }

        return new Place(partnership, plan, plan.ProjectIds[0]);
    }

    private sealed record Place(TestPartnership Partnership, TestPlan Plan, Guid Project);
}
