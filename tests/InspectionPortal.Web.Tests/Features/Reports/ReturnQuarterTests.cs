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
}
