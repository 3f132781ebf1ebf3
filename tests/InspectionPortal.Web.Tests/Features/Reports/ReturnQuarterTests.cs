using System.Net;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;

namespace InspectionPortal.Web.Tests.Features.Reports;

public sealed class ReturnQuarterTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Post_WithComment_GoesBackToTheLeadWhoReadsIt()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);
        var form = (await steps.As(steps.Partnership.Chief).GetPageAsync($"{steps.Report}/return")).ShouldBeOk();

        var done = await form.SubmitAsync("form.p-form", ("Comment", "Say why <b>1.1</b> slipped"));

        Assert.Equal(steps.Report, done.Location);
        Assert.Equal(PeriodState.WithLead, await steps.StateAsync());
        Assert.Equal(SubmissionState.Returned, (await steps.SubmissionsAsync()).Single().State);
        var lead = steps.As(steps.Partnership.Lead);
        foreach (var path in new[] { steps.Report, $"{steps.Report}/submit" })
        {
            var page = await lead.GetPageAsync(path);
            Assert.Contains("Say why <b>1.1</b> slipped", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>1.1", page.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_Returned_ShowsNoCommentAndNoSnapshotToOthers()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);
        await steps.ReturnAsync(steps.Partnership.Chief, "Returned because of this");

        foreach (var person in new[] { steps.Partnership.Reader, steps.Partnership.Contributor })
        {
            var page = (await steps.As(person).GetPageAsync(steps.Report)).ShouldBeOk();
            Assert.DoesNotContain("Returned because of this", page.Html, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await steps.As(person).GetPageAsync($"{steps.Report}/snapshot")).Status);
        }
    }

    [Fact]
    public async Task Post_WithoutComment_AsksForItInPlace()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);

        var page = await steps.ReturnAsync(steps.Partnership.Chief, "   ");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Enter what the partnership lead needs to change", page.Errors.Single());
        Assert.Equal(PeriodState.Submitted, await steps.StateAsync());
    }

    [Fact]
    public async Task Post_TooLong_KeepsWhatWasTyped()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);
        var text = new string('x', Approval.CommentMaxLength + 1);

        var page = await steps.ReturnAsync(steps.Partnership.Chief, text);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(text, page.Find("#Comment").TextContent.Trim());
    }

    [Fact]
    public async Task Post_Twice_ReturnsOnce()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);
        var hash = await steps.HashAsync();

        await steps.ReturnAsync(steps.Partnership.Chief, hash: hash);
        var again = await steps.ReturnAsync(steps.Partnership.Chief, hash: hash);

        Assert.Equal(HttpStatusCode.Redirect, again.Status);
        Assert.Single((await steps.SubmissionsAsync()).Single().Approvals);
    }

    [Fact]
    public async Task Post_AfterOneApproval_ReturnsAndTheApprovalNoLongerCounts()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal, quorum: 2);
        var second = await portal.Data.CreatePersonAsync();
        await portal.Data.AddRoleAsync(steps.Partnership, second, PartnershipRole.ChiefOfficer);
        await steps.ApproveAsync(steps.Partnership.Chief);

        await steps.ReturnAsync(second);
        await steps.SubmitAsync();

        var submissions = await steps.SubmissionsAsync();
        Assert.Equal([1, 2], submissions.Select(s => s.Number));
        Assert.NotEqual(submissions[0].Sha256, submissions[1].Sha256);
        await steps.ApproveAsync(second);
        Assert.Null(await steps.PublishedAsync());
        Assert.Contains("1 of 2 approvals", (await steps.As(second).GetPageAsync(steps.Report)).Text, StringComparison.Ordinal);
        await steps.ApproveAsync(steps.Partnership.Chief);
        Assert.Equal(submissions[1].Sha256, (await steps.PublishedAsync())!.Sha256);
    }

    [Fact]
    public async Task Get_Returned_IsNotKnownToALinkOfficer()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);
        await steps.ReturnAsync(steps.Partnership.Chief);
        var officer = await portal.Data.CreateOfficerAsync(steps.Partnership, steps.Plan, GrantScope.LivePlan);
        var client = steps.As(officer.Person);

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync(steps.Report)).Status);
        var list = (await client.GetPageAsync($"/{steps.Partnership.Slug}/reports")).ShouldBeOk();
        Assert.Contains("No approved reports yet", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("July to September", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_CommentsOnItems_AreShownToTheLeadWithTheWayToPutThemRight()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);
        var form = (await steps.As(steps.Partnership.Chief).GetPageAsync($"{steps.Report}/return")).ShouldBeOk();
        var more = await form.SubmitAsync(
            "form.p-form", ("Comment", "Two items"), ("Comments[0].ProjectId", steps.Plan.ProjectIds[0].ToString()),
            ("Comments[0].Text", "Which month is this?"), ("More", "items"));
        Assert.Equal("Two items", more.ShouldBeOk().Find("#Comment").TextContent.Trim());

        var done = await more.SubmitAsync(
            "form.p-form", ("Comments[1].ProjectId", steps.Plan.ProjectIds[1].ToString()), ("Comments[1].Text", "Ask again"));

        Assert.Equal(steps.Report, done.Location);
        foreach (var path in new[] { "", "/prepare", "/submit" })
        {
            var page = (await steps.As(steps.Partnership.Lead).GetPageAsync(steps.Report + path)).ShouldBeOk();
            var items = page.Document.QuerySelectorAll(".p-panel .p-rows > li").Select(i => i.TextContent).ToList();
            Assert.Equal(2, items.Count);
            Assert.Contains("1.1 Project 1", items[0], StringComparison.Ordinal);
            Assert.Contains("Which month is this?", items[0], StringComparison.Ordinal);
            Assert.Contains("Ask again", items[1], StringComparison.Ordinal);
            Assert.NotNull(page.Document.QuerySelector(".p-panel a[href*='/updates/'][href$='/review']"));
        }
    }

    [Theory]
    [InlineData("Comments[0].Text", "No item chosen", "Choose the item that you comment on")]
    [InlineData("Comments[0].ProjectId", "own", "Enter what has to change, or choose no item")]
    [InlineData("Comments[0].ProjectId", "other", "An item that you comment on is no longer in the plan")]
    public async Task Post_BadItemComment_IsRefusedInPlace(string field, string value, string message)
    {
        var (steps, other) = (await QuarterSteps.MakeSubmittedAsync(portal), await QuarterSteps.MakeSubmittedAsync(portal));
        var form = await steps.As(steps.Partnership.Chief).GetPageAsync($"{steps.Report}/return");
        (string, string?) typed = (field, value switch
        {
            "own" => steps.Plan.ProjectIds[0].ToString(),
            "other" => other.Plan.ProjectIds[0].ToString(),
            _ => value,
        });
        (string, string?)[] fields = value == "other" ? [typed, ("Comments[0].Text", "Text")] : [typed];

        var page = await form.SubmitAsync("form.p-form", [("Comment", "Change it"), .. fields]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(message, page.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal(PeriodState.Submitted, await steps.StateAsync());
        Assert.Equal("Change it", page.Find("#Comment").TextContent.Trim());
    }
}
