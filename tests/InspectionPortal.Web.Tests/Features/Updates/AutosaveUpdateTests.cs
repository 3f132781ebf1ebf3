using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Testing;
using InspectionPortal.Web.Features.Updates;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Web.Tests.Features.Updates;

public sealed class AutosaveUpdateTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Form = "form.p-update";
    private const string Text = "Entries[0].Text";

    [Fact]
    public async Task Post_WhatIsTyped_IsInTheFormAgainAndInNoUpdate()
    {
        var (place, page) = await OpenAsync();

        var kept = await TypeAsync(page, (Text, "Half a sent"), ("Forecast", "31 Feb"), ("Rag", "at-risk"));

        Assert.Equal(HttpStatusCode.OK, kept.Status);
        Assert.Matches("^[0-2][0-9]:[0-5][0-9]$", kept.At);
        Assert.Null(await portal.Data.ReadUpdateAsync(place.Partnership, place.Project));
        var again = (await place.Client.GetPageAsync(place.Path)).ShouldBeOk();
        Assert.Equal(("Half a sent", "31 Feb"), (again.Find($"[name='{Text}']").TextContent.Trim(), again.Find("[name=Forecast]").GetAttribute("value")));
        Assert.True(((IHtmlInputElement)again.Find("[name=Rag][value=at-risk]")).IsChecked);
        Assert.StartsWith("Kept for you", again.Find("[data-autosave-status]").TextContent.Trim(), StringComparison.Ordinal);
        var mine = (await place.Client.GetPageAsync($"/{place.Partnership.Slug}/updates/mine?project={place.Project}")).ShouldBeOk();
        Assert.Equal("Half a sent", mine.Find($"[name='{Text}']").TextContent.Trim());
        Assert.Equal(0,
            await portal.Data.InTenantAsync(
                place.Partnership.Id, d => d.AuditEntries.CountAsync(a => a.Command == nameof(AutosaveUpdate))));
    }

    [Fact]
    public async Task Post_AnotherPerson_SeesNothingOfIt()
    {
        var (place, page) = await OpenAsync();
        await TypeAsync(page, (Text, "Mine alone"));

        var theirs = (await portal.ClientFor(place.Partnership.Lead).GetPageAsync(place.Path)).ShouldBeOk();

        Assert.DoesNotContain("Mine alone", theirs.Html, StringComparison.Ordinal);
        var list = (await portal.ClientFor(place.Partnership.Lead).GetPageAsync($"/{place.Partnership.Slug}/updates")).ShouldBeOk();
        Assert.Contains("Draft started 1", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SecondTabWithOlderText_IsRefusedAndNothingIsLost()
    {
        var (place, first) = await OpenAsync();
        var second = await place.Client.GetPageAsync(place.Path);
        await TypeAsync(first, (Text, "Newer"));

        var refused = await TypeAsync(second, (Text, "Older"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.StartsWith("You have newer text for this item in another tab", refused.Message, StringComparison.Ordinal);
        var again = await place.Client.GetPageAsync(place.Path);
        Assert.Equal("Newer", again.Find($"[name='{Text}']").TextContent.Trim());
        Assert.Equal(HttpStatusCode.OK, (await TypeAsync(again, (Text, "Newest"))).Status);
    }

    [Fact]
    public async Task Post_SameTextFromTwoTabsAtOnce_IsKeptOnce()
    {
        var (place, page) = await OpenAsync();

        var kept = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => TypeAsync(page, (Text, "The same"))));

        Assert.Contains(kept, k => k.Status == HttpStatusCode.OK);
        Assert.All(kept, k => Assert.True(k.Status is HttpStatusCode.OK or HttpStatusCode.Conflict, k.Status.ToString()));
        Assert.Equal(1, await KeptAsync(place));
    }

    [Fact]
    public async Task Post_SomeoneSavesMeanwhile_BothAreShownAndTheirsIsNotOverwritten()
    {
        var (place, page) = await OpenAsync();
        await TypeAsync(page, (Text, "My words"));
        var theirs = await portal.ClientFor(place.Partnership.Lead).GetPageAsync(place.Path);
        await theirs.SubmitAsync(Form, ("Intent", "SaveDraft"), (Text, "Their words"));

        var later = await TypeAsync(await place.Client.GetPageAsync(place.Path), (Text, "My longer words"));

        Assert.Equal(HttpStatusCode.OK, later.Status);
        var again = (await place.Client.GetPageAsync(place.Path)).ShouldBeOk();
        Assert.Contains("Their words", again.Find("#newer").TextContent, StringComparison.Ordinal);
        Assert.Equal("My longer words", again.Find($"[name='{Text}']").TextContent.Trim());
        Assert.Equal("Their words", Assert.Single((await portal.Data.ReadUpdateAsync(place.Partnership, place.Project))!.Entries).Text);

        var discarded = await place.Client.FollowAsync(await again.SubmitAsync("form.p-discard"));
        Assert.Equal("Their words", discarded.Find($"[name='{Text}']").TextContent.Trim());
        Assert.Null(discarded.Document.QuerySelector("#newer"));
    }

    [Theory]
    [InlineData("SaveDraft")]
    [InlineData("Submit")]
    public async Task Post_SavedOrSubmitted_LeavesNothingUnsaved(string intent)
    {
        var (place, page) = await OpenAsync();
        await TypeAsync(page, (Text, "Typed"));
        var again = await place.Client.GetPageAsync(place.Path);

        var sent = await again.SubmitAsync(Form, ("Intent", intent), ("Rag", "on-track"));

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Equal("Typed", Assert.Single((await portal.Data.ReadUpdateAsync(place.Partnership, place.Project))!.Entries).Text);
        Assert.Equal(0, await KeptAsync(place));
    }

    [Fact]
    public async Task Post_PeriodClosed_SaysSo()
    {
        var (place, page) = await OpenAsync();
        await portal.Data.MovePeriodAsync(place.Partnership, place.Plan.PeriodId, PeriodState.WithLead);

        var refused = await TypeAsync(page, (Text, "Too late"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("is closed for updates", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, await KeptAsync(place));
    }

    [Fact]
    public async Task Post_ByOneWhoDoesNotLeadTheItem_IsForbidden()
    {
        var (place, page) = await OpenAsync();
        await portal.Data.EndResponsibilityAsync(place.Partnership, place.Plan, new DateOnly(2020, 1, 1));

        Assert.Equal(HttpStatusCode.Forbidden, (await TypeAsync(page, (Text, "Not mine"))).Status);
    }

    [Fact]
    public async Task Post_WithoutTheFormsToken_IsRefused()
    {
        var (place, _) = await OpenAsync();
        using var content = new FormUrlEncodedContent([KeyValuePair.Create(Text, "Forged")]);

        var refused = await place.Client.SendFormAsync(
            $"/{place.Partnership.Slug}/projects/{place.Project}/update/autosave?period={place.Plan.PeriodId}", content);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(0, await KeptAsync(place));
    }

    [Fact]
    public async Task Job_ApprovedPeriod_RemovesWhatWasNeverSaved()
    {
        var (place, page) = await OpenAsync();
        await TypeAsync(page, (Text, "Never saved"));
        await RunAsync();
        Assert.Equal(1, await KeptAsync(place));

        await portal.Data.MovePeriodAsync(
            place.Partnership, place.Plan.PeriodId, PeriodState.WithLead, PeriodState.Submitted, PeriodState.Approved);
        await RunAsync();

        Assert.Equal(0, await KeptAsync(place));
    }

    [Fact]
    public async Task Post_GoToAnotherItem_SavesWhatIsTypedAndOpensIt()
    {
        var (place, _) = await OpenAsync();
        var mine = (await place.Client.GetPageAsync($"/{place.Partnership.Slug}/updates/mine?project={place.Project}")).ShouldBeOk();
        var go = mine.Find(".p-answered button[formaction]");
        var other = place.Plan.ProjectIds[1];
        Assert.EndsWith($"then={other}", go.GetAttribute("formaction"), StringComparison.Ordinal);

        var untouched = await mine.SubmitAsync(Form, ("Intent", "SaveDraft"), ("Then", other.ToString()));
        Assert.Null(await portal.Data.ReadUpdateAsync(place.Partnership, place.Project));
        Assert.Contains($"project={other}", untouched.Location, StringComparison.Ordinal);

        var typed = await mine.SubmitAsync(Form, ("Intent", "SaveDraft"), ("Then", other.ToString()), (Text, "Typed before going on"));
        Assert.Contains($"project={other}", typed.Location, StringComparison.Ordinal);
        Assert.Equal("Typed before going on", Assert.Single((await portal.Data.ReadUpdateAsync(place.Partnership, place.Project))!.Entries)
            .Text);
    }

    [Fact]
    public async Task Submit_ReadyDrafts_SubmitsThoseChosenAndSaysWhatIsMissing()
    {
        var (place, page) = await OpenAsync();
        await page.SubmitAsync(Form, ("Intent", "SaveDraft"), (Text, "All is said"), ("Rag", "on-track"));
        var other = place.Plan.ProjectIds[1];
        var path = $"/{place.Partnership.Slug}/updates/mine";
        var mine = (await place.Client.GetPageAsync($"{path}?project={other}")).ShouldBeOk();
        Assert.Contains("1 update is ready to submit", mine.Text, StringComparison.Ordinal);

        var wrong = await mine.SubmitAsync("form.p-submit-bar", ("projects", other.ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("was not submitted. Enter what has changed", Assert.Single(wrong.Errors), StringComparison.Ordinal);

        var none = await mine.SubmitAsync("form.p-submit-bar", ("projects", null));
        Assert.Equal(["Choose at least one update to submit"], none.Errors);

        var sent = await mine.SubmitAsync("form.p-submit-bar");
        Assert.Equal(path, sent.Location);
        Assert.Contains("1 update submitted to the partnership lead", (await place.Client.FollowAsync(sent))
            .Text, StringComparison.Ordinal);
        Assert.Equal(UpdateState.Submitted, (await portal.Data.ReadUpdateAsync(place.Partnership, place.Project))!.State);
        Assert.Null(await portal.Data.ReadUpdateAsync(place.Partnership, other));
    }

    [Fact]
    public async Task Get_ClosedPeriod_ShowsWhatWasSaid()
    {
        var (place, page) = await OpenAsync();
        await page.SubmitAsync(Form, ("Intent", "Submit"), (Text, "What I said"), ("Rag", "on-track"));
        await portal.Data.MovePeriodAsync(place.Partnership, place.Plan.PeriodId, PeriodState.WithLead);

        var mine = (await place.Client.GetPageAsync($"/{place.Partnership.Slug}/updates/mine")).ShouldBeOk();
        var link = mine.Find("a[href*='/updates/mine/earlier']");
        var earlier = (await place.Client.GetPageAsync(link.GetAttribute("href")!)).ShouldBeOk();

        Assert.Contains("What I said", earlier.Text, StringComparison.Ordinal);
        Assert.Contains("1 of your items has no update for this period.", earlier.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_NoEarlierUpdate_NoChangeIsNotOfferedAndNotTaken()
    {
        var (place, _) = await OpenAsync();
        await portal.Data.InTenantAsync(place.Partnership.Id, async d =>
        {
            var before = await d.UpdateEntries.Where(e => e.BeforePortal).ToListAsync();
            d.RemoveRange(before);
            return before.Count;
        });
        var page = (await place.Client.GetPageAsync(place.Path)).ShouldBeOk();

        Assert.Null(page.Document.QuerySelector("[name=NoChange]"));
        var sent = await page.SubmitAsync(Form, ("Intent", "Submit"), ("NoChange", "true"), ("Rag", "on-track"));
        Assert.Equal(["Enter what has changed. There is no earlier update of this item"], sent.Errors);
    }

    private async Task RunAsync()
    {
        using var scope = portal.Host.Services.CreateScope();
        await ActivatorUtilities.CreateInstance<CleanUpAutosavedUpdatesJob>(scope.ServiceProvider).ExecuteAsync(CancellationToken.None);
    }

    private Task<int> KeptAsync(Place place) => portal.Data.InTenantAsync(place.Partnership.Id, d => d.AutosavedUpdates.CountAsync());

    /// <summary>Sends the form as the script does, and takes the version that it answers with into the form.</summary>
    private async Task<Kept> TypeAsync(TestPage page, params (string Name, string Value)[] fields)
    {
        var form = (IHtmlFormElement)page.Find(Form);
        var values = TestPage.FieldsOf(form).Where(f => fields.All(o => o.Name != f.Key))
            .Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var content = new FormUrlEncodedContent(values);
        var sent = await page.Client.SendFormAsync(form.GetAttribute("data-autosave")!, content);
        var body = sent.Html;
        using var json = JsonDocument.Parse(body.StartsWith('{') ? body : "{}");
        string? Field(string name) => json.RootElement.TryGetProperty(name, out var value) ? value.ToString() : null;
        return new Kept(sent.Status, Field("at"), Field("message"));
    }

    private async Task<(Place Place, TestPage Page)> OpenAsync()
    {
        var partnership = await portal.Data.CreatePartnershipAsync(p => p.AsAt = new DateOnly(2020, 10, 27));
        var plan = await portal.Data.CreatePlanAsync(partnership);
        var client = portal.ClientFor(partnership.Contributor);
        var path = $"/{partnership.Slug}/projects/{plan.ProjectIds[0]}/update?period={plan.PeriodId}";
        return (new Place(partnership, plan, plan.ProjectIds[0], client, path), (await client.GetPageAsync(path)).ShouldBeOk());
    }

    private sealed record Kept(HttpStatusCode Status, string? At, string? Message);

    private sealed record Place(TestPartnership Partnership, TestPlan Plan, Guid Project, HttpClient Client, string Path);
}
