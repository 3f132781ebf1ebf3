using System.Net;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.People;
using InspectionPortal.Testing;
using InspectionPortal.Web.Tests.Features.Search;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace InspectionPortal.Web.Tests.Features.Inspections;

/// <summary>What a partnership says of a recommendation: who writes it, who approves it, and that it stays as it was approved.</summary>
public sealed class PositionStatementTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Write_ByAContributor_IsADraftThatMembersRead()
    {
        var steps = await StatementSteps.MakeAsync(portal);
        Assert.Contains("No position statement is approved yet.", (await steps.PageAsync(steps.Partnership.Reader)).Text,
            StringComparison.Ordinal);

        var sent = await steps.WriteAsync(steps.Partnership.Contributor);

        Assert.Equal($"{steps.Recommendation}#position", sent.Location);
        var draft = Assert.Single(await steps.AllAsync());
        Assert.Equal(
            (StatementState.Draft, new DateOnly(2020, 9, 30), StatementSteps.Well, StatementSteps.Known, StatementSteps.Next, "good"),
            (draft.State, draft.AsAt, draft.HowWell, draft.HowKnown, draft.WhatNext, draft.Grade));
        Assert.Equal(steps.Partnership.Contributor.Id, draft.WrittenByUserId);
        foreach (var person in new[] { steps.Partnership.Reader, steps.Partnership.Lead, steps.Partnership.Chief })
        {
            var shown = (await steps.PageAsync(person)).ShouldBeOk();
            var block = string.Join(' ', shown.Find("#position-draft").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            Assert.StartsWith(
                $"Draft, as at 30 September 2020 Self-evaluation grade: Good How well are we doing? {StatementSteps.Well} How do we know? "
                + $"{StatementSteps.Known} What next? {StatementSteps.Next} Last written by {await NameAsync(steps.Partnership.Contributor)} on ",
                block, StringComparison.Ordinal);
            Assert.EndsWith("Link officers cannot read it.", block, StringComparison.Ordinal);
            Assert.Contains("No position statement is approved yet. There is a draft below.", shown.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Write_Twice_OrWhereThereIsADraft_AddsOne()
    {
        var steps = await StatementSteps.MakeAsync(portal);
        var (contributor, lead) = (portal.ClientFor(steps.Partnership.Contributor), steps.Partnership.Lead);
        var form = (await contributor.GetPageAsync($"{steps.Recommendation}/statements/new")).ShouldBeOk();
        var late = (await portal.ClientFor(lead).GetPageAsync($"{steps.Recommendation}/statements/new")).ShouldBeOk();

        await form.SubmitAsync(StatementSteps.Form, ("HowWell", "Better"));
        await form.SubmitAsync(StatementSteps.Form, ("HowWell", "Better"));
        var second = await late.SubmitAsync(StatementSteps.Form, ("HowWell", "Worse"));

        Assert.Equal("Better", Assert.Single(await steps.AllAsync()).HowWell);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        Assert.Equal("Somebody has started a draft already. Edit that draft instead.", Assert.Single(second.Errors));
        Assert.Equal("Worse", second.Find("#HowWell").TextContent.Trim());
    }

    [Fact]
    public async Task Edit_AtTheSameTimeAsAnother_IsRefusedAndShowsBoth()
    {
        var steps = await StatementSteps.MakeAsync(portal);
        await steps.WriteAsync(steps.Partnership.Contributor);
        var (first, second) = (await steps.OpenAsync(steps.Partnership.Lead), await steps.OpenAsync(steps.Partnership.Contributor));

        Assert.Equal(HttpStatusCode.Redirect, (await first.SubmitAsync(StatementSteps.Form, ("HowWell", "By the lead"))).Status);
        var refused = await second.SubmitAsync(StatementSteps.Form, ("HowWell", "By the contributor"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("By the lead", refused.Text, StringComparison.Ordinal);
        Assert.Equal("By the contributor", refused.Find("#HowWell").TextContent.Trim());
        Assert.Contains($"{await NameAsync(steps.Partnership.Lead)} saved this on", refused.Text, StringComparison.Ordinal);
        var stored = await steps.NewestAsync();
        Assert.Equal(("By the lead", steps.Partnership.Lead.Id), (stored.HowWell, stored.WrittenByUserId));
        Assert.Equal(HttpStatusCode.Redirect, (await refused.SubmitAsync(StatementSteps.Form)).Status);
        Assert.Equal("By the contributor", (await steps.NewestAsync()).HowWell);
    }

    [Theory]
    [InlineData("AsAt", "31 June 2020")]
    [InlineData("AsAt", "1 January 2190")]
    [InlineData("AsAt", "")]
    [InlineData("Grade", "splendid")]
    [InlineData("HowWell", null)]
    public async Task Write_SomethingWrong_IsRefusedBesideTheField(string field, string? value)
    {
        var steps = await StatementSteps.MakeAsync(portal);
        var form = (await portal.ClientFor(steps.Partnership.Lead).GetPageAsync($"{steps.Recommendation}/statements/new")).ShouldBeOk();

        var refused = value is null
            ? await form.SubmitAsync(StatementSteps.Form)
            : await form.SubmitAsync(StatementSteps.Form, [("HowWell", "Better"), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.Document.QuerySelector($"#{field}-error"));
        Assert.Empty(await steps.AllAsync());
    }

    [Fact]
    public async Task Write_AsAReader_IsForbidden()
    {
        var steps = await StatementSteps.MakeAsync(portal);
        await steps.WriteAsync(steps.Partnership.Contributor);
        var id = (await steps.NewestAsync()).Id;
        var reader = portal.ClientFor(steps.Partnership.Reader);

        foreach (var path in new[] { $"{steps.Recommendation}/statements/new", $"/{steps.Partnership.Slug}/statements/{id}/edit",
            $"/{steps.Partnership.Slug}/statements/{id}/approve" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetPageAsync(path)).Status);
        }

        Assert.Empty((await steps.PageAsync(steps.Partnership.Reader)).Document.QuerySelectorAll("main a[href*='statements']"));
    }

    [Fact]
    public async Task Form_OffersTheScaleOfTheInspection_AndAnyWordWhereItHasNone()
    {
        var steps = await StatementSteps.MakeAsync(portal);
        var client = portal.ClientFor(steps.Partnership.Lead);
        var form = (await client.GetPageAsync($"{steps.Recommendation}/statements/new")).ShouldBeOk();
        Assert.Equal(
            ["", .. GradingScale.SixPoints], form.Document.QuerySelectorAll("#Grade option").Select(o => o.GetAttribute("value")!));

        var own = await portal.Data.InTenantAsync(steps.Partnership.Id, database =>
        {
            var priority = new Recommendation { Number = "P1", Text = "Our own", Kind = RecommendationKind.OwnPriority };
            database.Add(priority);
            return Task.FromResult(priority.Id);
        });
        var free = (await client.GetPageAsync($"/{steps.Partnership.Slug}/recommendations/{own}/statements/new")).ShouldBeOk();
        Assert.Equal("INPUT", free.Find("#Grade").TagName);
        await free.SubmitAsync(StatementSteps.Form, ("HowWell", "Better"), ("Grade", "half way"));
        Assert.Equal("half way", (await steps.NewestAsync()).Grade);
    }

    [Theory]
    [InlineData("good,Very good", "excellent")]
    [InlineData("good,requires improvement", "outstanding")]
    [InlineData("good,splendid", null)]
    [InlineData("", null)]
    public void Scale_OfGrades_IsTheOneThatHasThemAll(string grades, string? best) => Assert.Equal(
        best, GradingScale.Of(grades.Split(',', StringSplitOptions.RemoveEmptyEntries)) is [var first, ..] ? first : null);

    [Fact]
    public async Task Approve_ByAChiefOfficer_FreezesItAndTheNextOneFollows()
    {
        var steps = await StatementSteps.MakeAsync(portal);
        var here = steps.Partnership;
        await steps.WriteAsync(here.Contributor);
        Assert.NotNull((await steps.PageAsync(here.Chief)).Document.QuerySelector("main a[href$='/approve']"));
        Assert.Null((await steps.PageAsync(here.Lead)).Document.QuerySelector("main a[href$='/approve']"));

        var sent = await steps.ApproveAsync(here.Chief);

        Assert.Equal($"{steps.Recommendation}#position", sent.Location);
        var first = await steps.NewestAsync();
        Assert.Equal((StatementState.Approved, (Guid?)here.Chief.Id, (Guid?)null), (first.State, first.ApprovedByUserId, first.PeriodId));
        var page = (await steps.PageAsync(here.Reader)).ShouldBeOk();
        Assert.Contains($"As at 30 September 2020 Self-evaluation grade: Good How well are we doing? {StatementSteps.Well}", page.Text, StringComparison.Ordinal);
        Assert.Contains($"Approved on {DateTime.UtcNow:d MMMM yyyy} on its own", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("#position-draft"));

        // The form of an approved statement saves nothing.
        var closed = await steps.OpenAsync(here.Lead);
        var refused = await closed.SubmitAsync(StatementSteps.Form, ("HowWell", "Another word"));
        Assert.Equal("This statement is approved, so it cannot be changed. Write a new one instead.", Assert.Single(refused.Errors));

        var next = (await portal.ClientFor(here.Lead).GetPageAsync($"{steps.Recommendation}/statements/new")).ShouldBeOk();
        Assert.Contains("This starts with the text that was approved as at 30 September 2020.", next.Text, StringComparison.Ordinal);
        Assert.Equal(StatementSteps.Well, next.Find("#HowWell").TextContent.Trim());
        await next.SubmitAsync(StatementSteps.Form, ("AsAt", "31 December 2020"), ("HowWell", "They wait a week"), ("Grade", "very good"));
        await steps.ApproveAsync(here.Chief);

        var both = (await steps.PageAsync(here.Reader)).ShouldBeOk();
        Assert.Contains("As at 31 December 2020 Self-evaluation grade: Very good How well are we doing? They wait a week", both.Text, StringComparison.Ordinal);
        Assert.Contains($"Earlier statements 30 September 2020: good Self-evaluation grade: Good How well are we doing? {StatementSteps.Well}", both.Text,
            StringComparison.Ordinal);
        Assert.Equal(StatementSteps.Well, (await steps.AllAsync())[0].HowWell);
    }

    [Fact]
    public async Task Approve_ByWhoWroteIt_OrUnfinished_OrInAnotherVersion_IsRefused()
    {
        var steps = await StatementSteps.MakeAsync(portal);
        var here = steps.Partnership;
        var other = await portal.Data.CreatePersonAsync();
        await portal.Data.AddRoleAsync(here, other, PartnershipRole.ChiefOfficer, "Chief nurse");
        await steps.WriteAsync(here.Chief, well: null);
        Assert.Contains("It does not answer “How well are we doing?” yet.", (await steps.OpenAsync(other, "approve")).Text, StringComparison.Ordinal);
        await (await steps.OpenAsync(here.Chief)).SubmitAsync(StatementSteps.Form, ("HowWell", "Better"));

        var own = await steps.OpenAsync(here.Chief, "approve");
        Assert.Contains("You wrote its last version. Another chief officer can approve it, or it is approved with a report.", own.Text,
            StringComparison.Ordinal);
        Assert.Null(own.Document.QuerySelector(StatementSteps.Form));
        var forced = await PostApprovalAsync(steps, here.Chief, (await steps.NewestAsync()).Version);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forced.Status);

        var read = await steps.OpenAsync(other, "approve");
        await (await steps.OpenAsync(here.Lead)).SubmitAsync(StatementSteps.Form, ("HowWell", "Much better"));
        var late = await read.SubmitAsync(StatementSteps.Form);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Someone changed this draft after you opened it, so it is not approved.", late.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal(StatementState.Draft, (await steps.NewestAsync()).State);
        Assert.Equal(HttpStatusCode.Redirect, (await late.SubmitAsync(StatementSteps.Form)).Status);
        Assert.Equal("Much better", (await steps.NewestAsync()).HowWell);
    }

    [Fact]
    public async Task Approve_ByADelegate_OrAChiefOfficerWhoIsLeadToo_IsRefused()
    {
        var steps = await StatementSteps.MakeAsync(portal);
        var here = steps.Partnership;
        await steps.WriteAsync(here.Contributor);
        await portal.Data.DelegateAsync(here, here.Chief, here.Reader);
        var both = await portal.Data.CreatePersonAsync();
        await portal.Data.AddRoleAsync(here, both, PartnershipRole.ChiefOfficer);
        await portal.Data.AddRoleAsync(here, both, PartnershipRole.PartnershipLead);

        Assert.Contains("A delegate decides on reports only.", (await steps.OpenAsync(here.Reader, "approve")).Text, StringComparison.Ordinal);
        Assert.Contains("You are a partnership lead too.", (await steps.OpenAsync(both, "approve")).Text, StringComparison.Ordinal);
        var version = (await steps.NewestAsync()).Version;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostApprovalAsync(steps, here.Reader, version)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostApprovalAsync(steps, both, version)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostApprovalAsync(steps, here.Lead, version)).Status);
        Assert.Equal(StatementState.Draft, (await steps.NewestAsync()).State);
    }

    [Theory]
    [InlineData("update position_statements set how_well = 'Other'")]
    [InlineData("update position_statements set state = 'Draft', approved_at = null, approved_by_user_id = null")]
    [InlineData("delete from position_statements")]
    public async Task Database_ApprovedStatement_RefusesChangeAndRemoval(string sql)
    {
        var steps = await StatementSteps.MakeAsync(portal);
        await steps.WriteAsync(steps.Partnership.Contributor);
        await steps.ApproveAsync(steps.Partnership.Chief);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => portal.Data.InTenantAsync(
            steps.Partnership.Id, database => database.Database.ExecuteSqlRawAsync(sql)));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Remove_ADraft_CanBeUndone_AndHistoryNamesItAll()
    {
        var steps = await StatementSteps.MakeAsync(portal);
        await steps.WriteAsync(steps.Partnership.Contributor);
        var form = await steps.OpenAsync(steps.Partnership.Contributor);

        var removed = await form.SubmitAsync("form[action$='/remove']");

        Assert.Equal(steps.Recommendation, removed.Location);
        Assert.Empty(await steps.AllAsync());
        var page = await removed.Client.GetPageAsync(steps.Recommendation);
        await page.SubmitAsync("form[action*='/undo/']");
        Assert.Equal((StatementSteps.Well, steps.Partnership.Contributor.Id), (Assert.Single(await steps.AllAsync()).HowWell,
            (await steps.NewestAsync()).WrittenByUserId));
        await steps.ApproveAsync(steps.Partnership.Chief);
        var history = (await portal.ClientFor(steps.Partnership.Lead).GetPageAsync(
            $"/{steps.Partnership.Slug}/history/recommendation/{steps.Plan.RecommendationId}")).ShouldBeOk().Text;
        Assert.Contains("Added position statement", history, StringComparison.Ordinal);
        Assert.Contains("Removed position statement", history, StringComparison.Ordinal);
        Assert.Contains("Changed position statement", history, StringComparison.Ordinal);
        Assert.Contains("How well are we doing?", history, StringComparison.Ordinal);
        Assert.Contains(StatementSteps.Well, history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_FindsApprovedAndDraft_AndSaysWhich()
    {
        var steps = await StatementSteps.MakeAsync(portal);
        await steps.WriteAsync(steps.Partnership.Contributor, "The bittern is back");
        var hit = $"/{steps.Partnership.Slug}/recommendations/{steps.Plan.RecommendationId}#position";

        var draft = (await portal.SearchAsync(steps.Partnership, steps.Partnership.Reader, "bittern")).ShouldBeOk();
        Assert.Equal([hit], draft.Hits());
        Assert.Contains("Draft, not approved", draft.Text, StringComparison.Ordinal);
        await steps.ApproveAsync(steps.Partnership.Chief);

        var approved = (await portal.SearchAsync(steps.Partnership, steps.Partnership.Reader, "bittern")).ShouldBeOk();
        Assert.Equal([hit], approved.Hits());
        Assert.DoesNotContain("Draft, not approved", approved.Text, StringComparison.Ordinal);
        Assert.Contains("As at 30 September 2020", approved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RemoveRecommendation_WithAStatement_IsRefused()
    {
        var steps = await StatementSteps.MakeAsync(portal);
        await steps.WriteAsync(steps.Partnership.Contributor);

        var page = (await portal.ClientFor(steps.Partnership.Lead).GetPageAsync($"{steps.Recommendation}/edit")).ShouldBeOk();

        Assert.Contains("1 position statement", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OfAnotherPartnership_IsNotFound()
    {
        var (mine, theirs) = (await StatementSteps.MakeAsync(portal), await StatementSteps.MakeAsync(portal));
        await theirs.WriteAsync(theirs.Partnership.Contributor);
        var id = (await theirs.NewestAsync()).Id;
        var client = portal.ClientFor(mine.Partnership.Lead);

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/{mine.Partnership.Slug}/statements/{id}/edit")).Status);
        Assert.Equal(HttpStatusCode.NotFound,
            (await portal.ClientFor(mine.Partnership.Chief).GetPageAsync($"/{mine.Partnership.Slug}/statements/{id}/approve")).Status);
        Assert.Equal(HttpStatusCode.NotFound,
            (await client.GetPageAsync($"/{mine.Partnership.Slug}/recommendations/{theirs.Plan.RecommendationId}/statements/new")).Status);
        Assert.Empty((await portal.SearchAsync(mine.Partnership, mine.Partnership.Lead, "wait")).Hits());
    }

    private async Task<TestPage> PostApprovalAsync(StatementSteps steps, TestPerson person, uint version)
    {
        var client = portal.ClientFor(person);
        var token = (await client.GetPageAsync("/error/404")).Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(
            [KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("Version", $"{version}")]);
        return await client.SendFormAsync($"/{steps.Partnership.Slug}/statements/{(await steps.NewestAsync()).Id}/approve", content);
    }

    private Task<string> NameAsync(TestPerson person) => portal.Data.OnPlatformAsync(d =>
        d.Users.Where(u => u.Id == person.Id).Select(u => u.DisplayName).SingleAsync());
}
