using System.Globalization;
using System.Net;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Testing;
using InspectionPortal.Web.Features.Updates;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Updates;

public sealed class WriteUpdateTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Form = "form.p-update";

    private static readonly (string, string?)[] Whole =
        [("Rag", "at-risk"), ("Entries[0].Text", "Nine of ten seen in time"), ("Entries[0].DateText", "Oct 20"), ("Intent", "Submit")];

    [Fact]
    public async Task Get_FirstQuarter_ShowsWhatWasRecordedBeforeThePortal()
    {
        var (_, page) = await OpenAsync();

        Assert.Contains("Recorded before the portal", page.Text, StringComparison.Ordinal);
        Assert.Contains("Before the portal canary", page.Text, StringComparison.Ordinal);
        Assert.Contains("due Friday 30 October 2020", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_UnfinishedDraft_KeptAsItIs()
    {
        var (place, page) = await OpenAsync();

        var sent = await page.SubmitAsync(Form, ("Intent", "SaveDraft"), ("Forecast", "soon, we hope"), ("Status", "Stopped"), ("Entries[0].DateText", "last week"));

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        var update = (await portal.Data.ReadUpdateAsync(place.Partnership, place.Project))!;
        Assert.Equal((UpdateState.Draft, ProjectStatus.Stopped, "soon, we hope"), (update.State, update.Status, update.Forecast.Text));
        Assert.Equal("last week", Assert.Single(update.Entries).DateText);
        var again = await place.Client.GetPageAsync(place.Path);
        Assert.Equal("last week", again.Find("[name='Entries[0].DateText']").GetAttribute("value"));
        Assert.DoesNotContain("Submitted", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WholeUpdate_Submitted()
    {
        var (place, page) = await OpenAsync();

        var sent = await page.SubmitAsync(
            Form, [.. Whole, ("Entries[0].AgencyId", place.Plan.AgencyId.ToString()), ("Entries[0].MeasureId", place.Plan.MeasureIds[0].ToString()), ("HelpNeeded", "A clinic room")]);

        Assert.Equal($"/{place.Partnership.Slug}/updates/mine", sent.Location);
        var update = (await portal.Data.ReadUpdateAsync(place.Partnership, place.Project))!;
        Assert.Equal((UpdateState.Submitted, "at-risk", "A clinic room"), (update.State, update.RagProposed, update.HelpNeeded));
        Assert.Equal(place.Partnership.Contributor.Id, update.SubmittedByUserId);
        var entry = Assert.Single(update.Entries);
        Assert.Equal((place.Plan.AgencyId, "Nine of ten seen in time", "Oct 20", place.Plan.MeasureIds[0]), (entry.AgencyId, entry.Text, entry.DateText, entry.MeasureId));
        Assert.Equal("Project 1", (await portal.Data.ReadUpdateAsync(place.Partnership, place.Project))!.Project!.Title[..9]);
        Assert.Null(update.Project!.Rag);
    }

    [Fact]
    public async Task Post_SubmittedTwice_OneUpdateOneEntry()
    {
        var (place, page) = await OpenAsync();

        var first = await page.SubmitAsync(Form, Whole);
        var second = await page.SubmitAsync(Form, Whole);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.Status, second.Status));
        Assert.Single((await portal.Data.ReadUpdateAsync(place.Partnership, place.Project))!.Entries);
        var changes = await portal.Data.InTenantAsync(
            place.Partnership.Id, d => d.AuditEntries.CountAsync(a => a.EntityType == nameof(ProgressUpdate) && a.Command == nameof(WriteUpdate)));
        Assert.Equal(1, changes);
    }

    [Fact]
    public async Task Post_SubmittedManyTimesAtOnce_OneUpdateOneEntry()
    {
        var (place, page) = await OpenAsync();

        var sent = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => page.SubmitAsync(Form, Whole)));

        Assert.All(sent, s => Assert.Equal(HttpStatusCode.Redirect, s.Status));
        Assert.Single((await portal.Data.ReadUpdateAsync(place.Partnership, place.Project))!.Entries);
    }

    [Fact]
    public async Task Post_TwoPeopleStartAtOnce_SecondSeesBothTexts()
    {
        var (place, mine) = await OpenAsync();
        var theirs = await portal.ClientFor(place.Partnership.Lead).GetPageAsync(place.Path);
        await theirs.SubmitAsync(Form, ("Intent", "SaveDraft"), ("Entries[0].Text", "What they wrote"));

        var sent = await mine.SubmitAsync(Form, ("Intent", "SaveDraft"), ("Entries[0].Text", "What I wrote"));

        Assert.Equal(HttpStatusCode.Conflict, sent.Status);
        var both = sent.Find(".p-both").TextContent;
        Assert.Contains("What they wrote", both, StringComparison.Ordinal);
        Assert.Contains("What I wrote", both, StringComparison.Ordinal);
        Assert.Equal("What I wrote", sent.Find("[name='Entries[0].Text']").TextContent.Trim());
        Assert.Equal("What they wrote", Assert.Single((await portal.Data.ReadUpdateAsync(place.Partnership, place.Project))!.Entries).Text);

        var after = await sent.SubmitAsync(Form, ("Intent", "SaveDraft"));
        Assert.Equal(HttpStatusCode.Redirect, after.Status);
        Assert.Equal("What I wrote", Assert.Single((await portal.Data.ReadUpdateAsync(place.Partnership, place.Project))!.Entries).Text);
    }

    [Fact]
    public async Task Post_OlderVersion_ConflictAndNothingSaved()
    {
        var (place, page) = await OpenAsync();
        await page.SubmitAsync(Form, ("Intent", "SaveDraft"), ("Entries[0].Text", "First"));
        var mine = await place.Client.GetPageAsync(place.Path);
        var theirs = await portal.ClientFor(place.Partnership.Lead).GetPageAsync(place.Path);
        await theirs.SubmitAsync(Form, ("Intent", "SaveDraft"), ("HelpNeeded", "Theirs"));

        var sent = await mine.SubmitAsync(Form, ("Intent", "Submit"), ("Rag", "on-track"), ("HelpNeeded", "Mine"));

        Assert.Equal(HttpStatusCode.Conflict, sent.Status);
        Assert.Contains("Theirs", sent.Find(".p-both").TextContent, StringComparison.Ordinal);
        Assert.Equal((UpdateState.Draft, "Theirs"), await StateAsync(place, u => (u.State, u.HelpNeeded!)));
    }

    [Theory]
    [InlineData("Rag", "not-rated", "Enter why it is not rated")]
    [InlineData("Rag", "splendid", "Choose one of the ratings, or Not rated")]
    [InlineData("Rag", null, "Choose a rating, or choose Not rated and enter why")]
    [InlineData("Status", "Stopped", "Enter why the work was stopped")]
    [InlineData("Status", "DoneAndEvidenced", "Choose “Done, awaiting evidence”. The partnership lead decides when it is evidenced")]
    [InlineData("Status", "Vanished", "Choose or enter a value from the form")]
    [InlineData("Status", "77", "Choose or enter a value from the form")]
    [InlineData("Forecast", "31 December 2020", "Enter why the date has moved. The plan says 30 September 2020")]
    [InlineData("Forecast", "31 February 2021", "Enter a date, like 31 December 2020, or “to be agreed”")]
    [InlineData("Entries[0].Text", "", "Enter what has changed, or tick “No change since last quarter”")]
    [InlineData("Entries[1].DateText", "Oct 20", "Enter the agency’s update, or clear its date and measure")]
    [InlineData("Entries[0].AgencyId", "not-an-id", "Choose or enter a value from the form")]
    [InlineData("Entries[0].AgencyId", "5f0c2f0e-2c0b-7d3a-9d3e-000000000001", "Choose an agency from the list")]
    [InlineData("Entries[0].MeasureId", "5f0c2f0e-2c0b-7d3a-9d3e-000000000001", "Choose one of this project’s measures")]
    public async Task Post_WrongField_SaysHowToPutItRightAndKeepsTheRest(string field, string? value, string message)
    {
        var (place, page) = await OpenAsync();

        var sent = await page.SubmitAsync(Form, [.. Whole.Where(f => f.Item1 != field), (field, value), ("HelpNeeded", "Kept words")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.Contains(message, sent.Errors);
        Assert.Equal("Kept words", sent.Find("[name='HelpNeeded']").TextContent.Trim());
        Assert.NotNull(sent.Document.QuerySelector(sent.Find(".govuk-error-summary a").GetAttribute("href")!));
        Assert.Null(await portal.Data.ReadUpdateAsync(place.Partnership, place.Project));
    }

    [Theory]
    [InlineData("Entries[0].Text", UpdateEntry.TextMaxLength)]
    [InlineData("Entries[0].DateText", UpdateEntry.DateTextMaxLength)]
    [InlineData("NotRatedReason", ProgressUpdate.ReasonMaxLength)]
    [InlineData("StatusReason", ProgressUpdate.ReasonMaxLength)]
    [InlineData("SlipReason", ProgressUpdate.ReasonMaxLength)]
    [InlineData("HelpNeeded", ProgressUpdate.TextMaxLength)]
    [InlineData("Forecast", 500)]
    public async Task Post_TooLong_RefusedEvenAsDraft(string field, int most)
    {
        var (place, page) = await OpenAsync();

        var sent = await page.SubmitAsync(Form, ("Intent", "SaveDraft"), (field, new string('x', most + 1)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.Equal([string.Create(CultureInfo.InvariantCulture, $"This must be {most:N0} characters or fewer")], sent.Errors);

        var fits = await sent.SubmitAsync(Form, ("Intent", "SaveDraft"), (field, new string('x', most)));
        Assert.Equal(HttpStatusCode.Redirect, fits.Status);
        Assert.NotNull(await portal.Data.ReadUpdateAsync(place.Partnership, place.Project));
    }

    [Fact]
    public async Task Post_NotRatedAndSlipWithReasons_Submitted()
    {
        var (place, page) = await OpenAsync();

        var sent = await page.SubmitAsync(
            Form, ("Intent", "Submit"), ("Rag", "not-rated"), ("NotRatedReason", "Too early"), ("NoChange", "true"), ("Forecast", "31 December 2020"), ("SlipReason", "Clinics paused"));

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Equal((null, "Too early", "Clinics paused", true), await StateAsync(place, u => (u.RagProposed, u.NotRatedReason!, u.SlipReason!, u.NoChange)));
    }

    [Fact]
    public async Task Post_NoChange_TakesTheRatingAcceptedLast()
    {
        var (place, page) = await OpenAsync();
        await portal.Data.InTenantAsync(place.Partnership.Id, async d => (await d.Projects.FirstAsync(p => p.Id == place.Project)).Rag = "off-track");

        await page.SubmitAsync(Form, ("Intent", "Submit"), ("NoChange", "true"));
        var twice = await page.SubmitAsync(Form, ("Intent", "Submit"), ("NoChange", "true"));

        Assert.Equal(HttpStatusCode.Redirect, twice.Status);
        Assert.Equal((UpdateState.Submitted, "off-track"), await StateAsync(place, u => (u.State, u.RagProposed!)));
    }

    [Fact]
    public async Task Post_HtmlInText_Encoded()
    {
        var (place, page) = await OpenAsync();
        const string nasty = "<script>alert('x')</script><b>bold</b>";

        await page.SubmitAsync(Form, ("Intent", "SaveDraft"), ("Entries[0].Text", nasty), ("HelpNeeded", nasty));

        var again = await place.Client.GetPageAsync(place.Path);
        Assert.DoesNotContain("<script>alert", again.Html, StringComparison.Ordinal);
        Assert.Equal(nasty, again.Find("[name='Entries[0].Text']").TextContent.Trim());
    }

    [Fact]
    public async Task Post_AnotherAgency_RoomForItAndNothingSaved()
    {
        var (place, page) = await OpenAsync();

        var more = await page.SubmitAsync(Form, ("Intent", "AddEntry"), ("Entries[0].Text", "First agency"));
        more.ShouldBeOk();
        Assert.Null(await portal.Data.ReadUpdateAsync(place.Partnership, place.Project));
        await more.SubmitAsync(Form, [.. Whole.Where(f => f.Item1 != "Entries[0].Text"), ("Entries[1].Text", "Second agency")]);

        var texts = (await portal.Data.ReadUpdateAsync(place.Partnership, place.Project))!.Entries.OrderBy(e => e.Position).Select(e => e.Text);
        Assert.Equal(["First agency", "Second agency"], texts);
    }

    [Fact]
    public async Task Post_EntryTakenAway_OnlyTheOthersStay()
    {
        var (place, page) = await OpenAsync();
        var more = await page.SubmitAsync(Form, ("Intent", "AddEntry"), ("Entries[0].Text", "First agency"));
        await more.SubmitAsync(Form, ("Intent", "SaveDraft"), ("Entries[1].Text", "Second agency"));

        var again = await place.Client.GetPageAsync(place.Path);
        await again.SubmitAsync(Form, ("Intent", "SaveDraft"), ("Entries[0].Text", ""));

        Assert.Equal("Second agency", Assert.Single((await portal.Data.ReadUpdateAsync(place.Partnership, place.Project))!.Entries).Text);
    }

    [Fact]
    public async Task Post_AddEvidence_SavesTheDraftAndGoesOn()
    {
        var (place, page) = await OpenAsync();

        var sent = await page.SubmitAsync(Form, ("Intent", "AddEvidence"), ("Entries[0].Text", "Audited"));

        var update = (await portal.Data.ReadUpdateAsync(place.Partnership, place.Project))!;
        Assert.Equal($"/{place.Partnership.Slug}/evidence/new?update={update.Id}&project={place.Project}", sent.Location);
        Assert.Equal(UpdateState.Draft, update.State);
    }

    [Fact]
    public async Task Post_FieldsTheFormDoesNotHave_Ignored()
    {
        var (place, page) = await OpenAsync();
        var other = place.Plan.ProjectIds[1];

        await page.SubmitAsync(
            Form, [.. Whole, ("State", "Accepted"), ("RagAccepted", "on-track"), ("ProjectId", other.ToString()), ("Id", other.ToString()), ("SubmittedByUserId", place.Partnership.Lead.Id.ToString())]);

        Assert.Null(await portal.Data.ReadUpdateAsync(place.Partnership, other));
        Assert.Equal(
            (UpdateState.Submitted, null, place.Partnership.Contributor.Id), await StateAsync(place, u => (u.State, u.RagAccepted, u.SubmittedByUserId!.Value)));
    }

    [Theory]
    [InlineData(UpdateState.Accepted, "SaveDraft", "is accepted and cannot be changed")]
    [InlineData(UpdateState.Accepted, "Submit", "is accepted and cannot be changed")]
    [InlineData(UpdateState.Submitted, "SaveDraft", "To change it, submit it again")]
    public async Task Post_SettledUpdate_Refused(UpdateState state, string intent, string message)
    {
        var (place, page) = await OpenAsync();
        await portal.Data.CreateUpdateAsync(place.Partnership, place.Plan, place.Project, state);

        var sent = await page.SubmitAsync(Form, ("Intent", intent), ("Rag", "off-track"), ("Entries[0].Text", "Too late"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.Contains(message, string.Join(' ', sent.Errors), StringComparison.Ordinal);
        Assert.Contains("Too late", sent.Html, StringComparison.Ordinal);
        Assert.Equal((state, "on-track"), await StateAsync(place, u => (u.State, u.RagProposed!)));
    }

    [Fact]
    public async Task Post_SubmittedAndNotReviewed_CanBeSaidAgain()
    {
        var (place, page) = await OpenAsync();
        await page.SubmitAsync(Form, Whole);

        var again = await place.Client.GetPageAsync(place.Path);
        var sent = await again.SubmitAsync(Form, ("Intent", "Submit"), ("Rag", "off-track"));

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Equal((UpdateState.Submitted, "off-track"), await StateAsync(place, u => (u.State, u.RagProposed!)));
    }

    [Theory]
    [InlineData(new[] { PeriodState.WithLead }, "Ask the partnership lead")]
    [InlineData(new[] { PeriodState.WithLead, PeriodState.Submitted }, "with the chief officers")]
    [InlineData(new[] { PeriodState.WithLead, PeriodState.Submitted, PeriodState.Approved }, "is approved")]
    public async Task Post_PeriodClosedMeanwhile_SaysSoAndKeepsTheWords(PeriodState[] steps, string message)
    {
        var (place, page) = await OpenAsync();
        await portal.Data.MovePeriodAsync(place.Partnership, place.Plan.PeriodId, steps);

        var sent = await page.SubmitAsync(Form, Whole);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.Contains(message, string.Join(' ', sent.Errors), StringComparison.Ordinal);
        Assert.Contains("Nine of ten seen in time", sent.Text, StringComparison.Ordinal);
        Assert.Null(await portal.Data.ReadUpdateAsync(place.Partnership, place.Project));
    }

    [Fact]
    public async Task Post_LeadAfterClosing_StillWrites()
    {
        var (place, _) = await OpenAsync();
        await portal.Data.MovePeriodAsync(place.Partnership, place.Plan.PeriodId, PeriodState.WithLead);
        var page = await portal.ClientFor(place.Partnership.Lead).GetPageAsync(place.Path);

        var sent = await page.SubmitAsync(Form, Whole);

        Assert.Equal($"/{place.Partnership.Slug}/updates?period={place.Plan.PeriodId}", sent.Location);
        Assert.Equal(UpdateState.Submitted, await StateAsync(place, u => u.State));
    }

    private async Task<T> StateAsync<T>(Place place, Func<ProgressUpdate, T> of) => of((await portal.Data.ReadUpdateAsync(place.Partnership, place.Project))!);

    private async Task<(Place Place, TestPage Page)> OpenAsync()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(partnership);
        var client = portal.ClientFor(partnership.Contributor);
        var path = $"/{partnership.Slug}/projects/{plan.ProjectIds[0]}/update?period={plan.PeriodId}";
        return (new Place(partnership, plan, plan.ProjectIds[0], client, path), (await client.GetPageAsync(path)).ShouldBeOk());
    }

    private sealed record Place(TestPartnership Partnership, TestPlan Plan, Guid Project, HttpClient Client, string Path);
}
