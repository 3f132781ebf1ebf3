using System.Net;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Reports;

public sealed class ApproveQuarterTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Post_QuorumOfOne_PublishesThoseBytes()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);
        var page = (await steps.As(steps.Partnership.Chief).GetPageAsync(steps.Report)).ShouldBeOk();
        Assert.Contains("Waiting for you", page.Text, StringComparison.Ordinal);
        var check = (await steps.As(steps.Partnership.Chief).GetPageAsync(page.Find("a[href$='/approve']").GetAttribute("href")!)).ShouldBeOk();

        var done = await check.SubmitAsync("form[action$='/approve']");

        Assert.Equal(steps.Report, done.Location);
        var (submission, published) = ((await steps.SubmissionsAsync()).Single(), await steps.PublishedAsync());
        Assert.Equal(SubmissionState.Published, submission.State);
        Assert.Equal(PeriodState.Approved, await steps.StateAsync());
        Assert.Equal(submission.Snapshot, published!.Snapshot);
        Assert.Equal(submission.ScrutinyEdition, published.ScrutinyEdition);
        Assert.Equal(submission.Sha256, published.Sha256);
        var approval = Assert.Single(submission.Approvals);
        Assert.Equal(("Chief " + steps.Partnership.Canary, submission.Sha256), (approval.Capacity, approval.Sha256));
        var read = await steps.As(steps.Partnership.Reader).GetPageAsync(steps.Report);
        Assert.Contains("Approved and published", read.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "It has 0 of 1 approval. Yours is the last one it needs: the report is published at once")]
    [InlineData(2, "It has 0 of 2 approvals. With yours it has 1. It is published when it has 2.")]
    public async Task GetCheck_Submitted_SaysWhatIsMissingWhoReadsAndWhatFollows(int quorum, string next)
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal, quorum);
        var here = steps.Partnership;
        Assert.Contains(
            "No scrutiny body has access now", (await steps.As(here.Chief).GetPageAsync($"{steps.Report}/approve")).Text, StringComparison.Ordinal);
        var officer = await portal.Data.CreateOfficerAsync(here, steps.Plan, GrantScope.ApprovedReports);
        var body = await portal.Data.OnPlatformAsync(d => d.ScrutinyBodies.Where(b => b.Id == officer.BodyId).Select(b => b.Name).SingleAsync());

        var check = (await steps.As(here.Chief).GetPageAsync($"{steps.Report}/approve")).ShouldBeOk();

        Assert.Contains("1 of 2 projects have no accepted update.", check.Text, StringComparison.Ordinal);
        Assert.StartsWith("1.2 ", check.Find(".p-rows a").TextContent, StringComparison.Ordinal);
        Assert.Contains($"the link officers of {body}.", check.Text, StringComparison.Ordinal);
        Assert.Contains(next, check.Text, StringComparison.Ordinal);
        Assert.Equal(await steps.HashAsync(), check.Find("input[name=Sha256]").GetAttribute("value"));
        await portal.Data.InTenantAsync(here.Id, async d => (await d.ScrutinyGrants.SingleAsync()).RevokedAt = DateTimeOffset.UtcNow);
        Assert.DoesNotContain(body, (await steps.As(here.Chief).GetPageAsync($"{steps.Report}/approve")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetCheck_NotSubmittedOrOwnOrApproved_SaysWhyAndOffersNothing()
    {
        var steps = await QuarterSteps.MakeAsync(portal);
        var client = steps.As(steps.Partnership.Chief);
        var open = (await client.GetPageAsync($"{steps.Report}/approve")).ShouldBeOk();
        Assert.Contains("still open for updates", open.Text, StringComparison.Ordinal);
        await steps.CloseAsync();
        await steps.SubmitAsync();
        await steps.ApproveAsync(steps.Partnership.Chief);
        var approved = (await client.GetPageAsync($"{steps.Report}/approve")).ShouldBeOk();
        Assert.Contains("This quarter is approved", approved.Text, StringComparison.Ordinal);
        Assert.Null(open.Document.QuerySelector("main form") ?? approved.Document.QuerySelector("main form"));
    }

    [Fact]
    public async Task Post_QuorumOfTwo_PublishesOnTheSecond()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal, quorum: 2);
        var second = await portal.Data.CreatePersonAsync();
        await portal.Data.AddRoleAsync(steps.Partnership, second, PartnershipRole.ChiefOfficer);

        await steps.ApproveAsync(steps.Partnership.Chief);

        var page = await steps.As(second).GetPageAsync(steps.Report);
        Assert.Contains("1 of 2 approvals", page.Text, StringComparison.Ordinal);
        Assert.Null(await steps.PublishedAsync());
        await steps.ApproveAsync(second);
        Assert.NotNull(await steps.PublishedAsync());
        Assert.Contains((await steps.SubmissionsAsync()).Single().Approvals, a => a.Capacity == "Chief officer");
    }

    [Fact]
    public async Task Post_QuorumLoweredAfterSubmitting_StillNeedsTheNumberSigned()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal, quorum: 2);
        await portal.Data.OnPlatformAsync(async database =>
        {
            (await database.Partnerships.FindAsync(steps.Partnership.Id))!.Quorum = 1;
            return await database.SaveChangesAsync();
        });

        await steps.ApproveAsync(steps.Partnership.Chief);

        Assert.Null(await steps.PublishedAsync());
    }

    [Fact]
    public async Task Post_Twice_CountsOnce()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal, quorum: 2);

        Assert.Equal(HttpStatusCode.Redirect, (await steps.ApproveAsync(steps.Partnership.Chief)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await steps.ApproveAsync(steps.Partnership.Chief)).Status);

        Assert.Single((await steps.SubmissionsAsync()).Single().Approvals);
        Assert.Null(await steps.PublishedAsync());
        Assert.Null((await steps.As(steps.Partnership.Chief).GetPageAsync(steps.Report)).Document.QuerySelector("a[href$='/approve']"));
    }

    [Fact]
    public async Task Post_ThenReturnBySamePerson_IsRefused()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal, quorum: 2);
        await steps.ApproveAsync(steps.Partnership.Chief);

        var page = await steps.ReturnAsync(steps.Partnership.Chief);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("already approved", page.Text, StringComparison.Ordinal);
        Assert.Contains("Say why it slipped", page.Text, StringComparison.Ordinal);
        Assert.Equal(PeriodState.Submitted, await steps.StateAsync());
    }

    [Fact]
    public async Task Post_OwnSubmission_IsRefusedAndNotOffered()
    {
        var steps = await QuarterSteps.MakeAsync(portal);
        await portal.Data.AddRoleAsync(steps.Partnership, steps.Partnership.Lead, PartnershipRole.ChiefOfficer, "Chief Social Work Officer");
        await steps.CloseAsync();
        await steps.SubmitAsync();
        var read = await steps.As(steps.Partnership.Lead).GetPageAsync(steps.Report);
        Assert.Contains("Submitted it, so cannot approve it", read.Text, StringComparison.Ordinal);
        Assert.Null(read.Document.QuerySelector("a[href$='/approve']"));

        var approved = await steps.ApproveAsync(steps.Partnership.Lead);
        var returned = await steps.ReturnAsync(steps.Partnership.Lead);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, approved.Status);
        Assert.Contains("You submitted this quarter", approved.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, returned.Status);
        Assert.Equal(PeriodState.Submitted, await steps.StateAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await steps.ApproveAsync(steps.Partnership.Chief)).Status);
    }

    [Fact]
    public async Task Post_StaleHash_IsAConflictAndShowsTheNewest()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);
        var old = await steps.HashAsync();
        await steps.ReturnAsync(steps.Partnership.Chief);
        await steps.SubmitAsync();

        var page = await steps.ApproveAsync(steps.Partnership.Chief, old);

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("submitted again after you opened the report", page.Errors.Single(), StringComparison.Ordinal);
        Assert.Null(await steps.PublishedAsync());
        Assert.NotEqual(old, page.Find("form[action$='/approve'] input[name=Sha256]").GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync("form[action$='/approve']")).Status);
    }

    [Fact]
    public async Task Post_ReturnedSubmission_IsRefused()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);
        await steps.ReturnAsync(steps.Partnership.Chief);

        var page = await steps.ApproveAsync(steps.Partnership.Chief);

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("with the partnership lead", page.Text, StringComparison.Ordinal);
        Assert.Equal(PeriodState.WithLead, await steps.StateAsync());
    }

    [Fact]
    public async Task Post_WithoutAHash_AsksToReadFirst()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);

        var page = await steps.PostAsync(steps.As(steps.Partnership.Chief), "approve");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Something was missing from the form", page.Errors.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_AnotherPartnershipsQuarter_Is404()
    {
        var (here, there) = (await QuarterSteps.MakeSubmittedAsync(portal), await QuarterSteps.MakeSubmittedAsync(portal));
        var across = new QuarterSteps(portal, here.Partnership, here.Plan, there.PeriodId);
        var hash = await there.HashAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await across.ApproveAsync(here.Partnership.Chief, hash)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await across.ReturnAsync(here.Partnership.Chief, hash: hash)).Status);
        Assert.Equal(PeriodState.Submitted, await there.StateAsync());
    }

    [Fact]
    public async Task Get_ItemWrittenByAChiefOfficer_IsMarked()
    {
        var steps = await QuarterSteps.MakeAsync(portal);
        await portal.Data.AcceptUpdateAsync(steps.Partnership, steps.Plan, steps.Plan.ProjectIds[0], u => u.SubmittedByUserId = steps.Partnership.Chief.Id);
        await portal.Data.AcceptUpdateAsync(steps.Partnership, steps.Plan, steps.Plan.ProjectIds[1], u => u.SubmittedByUserId = steps.Partnership.Lead.Id);
        await steps.CloseAsync();
        await steps.SubmitAsync();

        var page = await steps.As(steps.Partnership.Chief).GetPageAsync(steps.Report);

        Assert.Contains("Written by someone who can approve the report", page.Find($"#project-{steps.Plan.ProjectIds[0]:N}").TextContent, StringComparison.Ordinal);
        Assert.Contains("accepted their own update", page.Find($"#project-{steps.Plan.ProjectIds[1]:N}").TextContent, StringComparison.Ordinal);
    }
}
