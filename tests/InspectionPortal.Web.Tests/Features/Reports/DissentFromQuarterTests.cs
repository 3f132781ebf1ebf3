using System.Net;
using System.Text;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;

namespace InspectionPortal.Web.Tests.Features.Reports;

/// <summary>A chief officer who does not agree: no approval, no return, and the report keeps it.</summary>
public sealed class DissentFromQuarterTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Words = "The figures are too old";

    [Fact]
    public async Task Post_Dissent_NeitherApprovesNorReturnsAndTheReportKeepsIt()
    {
        var (steps, second) = await MakeAsync(quorum: 1);

        var form = (await steps.As(steps.Partnership.Chief).GetPageAsync($"{steps.Report}/dissent")).ShouldBeOk();
        var done = await form.SubmitAsync("form[action$='/dissent']", ("Comment", Words));

        Assert.Equal(steps.Report, done.Location);
        Assert.Equal(PeriodState.Submitted, await steps.StateAsync());
        Assert.Null(await steps.PublishedAsync());
        var waiting = (await steps.As(second).GetPageAsync(steps.Report)).ShouldBeOk();
        Assert.Contains("0 of 1 approval", waiting.Text, StringComparison.Ordinal);
        var check = (await steps.As(second).GetPageAsync($"{steps.Report}/approve")).ShouldBeOk();
        Assert.Contains($"Chief {steps.Partnership.Canary} has recorded that they do not agree.", check.Text, StringComparison.Ordinal);
        var bytes = (await steps.SubmissionsAsync()).Single().Snapshot;
        await steps.ApproveAsync(second);
        Assert.Equal(bytes, (await steps.PublishedAsync())!.Snapshot);
        foreach (var person in new[] { steps.Partnership.Reader, steps.Partnership.Lead, second })
        {
            var read = (await steps.As(person).GetPageAsync(steps.Report)).ShouldBeOk();
            Assert.Contains($"Chief {steps.Partnership.Canary} does not agree", read.Find(".p-dissent")
                .TextContent, StringComparison.Ordinal);
            Assert.Contains(Words, read.Find(".p-dissent").TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Post_Dissent_DoesNotCountForTheQuorum()
    {
        var (steps, second) = await MakeAsync(quorum: 2);
        await steps.DissentAsync(steps.Partnership.Chief);
        await steps.ApproveAsync(second);

        Assert.Null(await steps.PublishedAsync());
        var third = await portal.Data.CreatePersonAsync();
        await portal.Data.AddRoleAsync(steps.Partnership, third, PartnershipRole.ChiefOfficer);
        await steps.ApproveAsync(third);
        Assert.NotNull(await steps.PublishedAsync());
    }

    [Fact]
    public async Task GetCheck_QuorumOutOfReach_SaysSo()
    {
        var (steps, second) = await MakeAsync(quorum: 2);
        await steps.DissentAsync(steps.Partnership.Chief);

        var check = (await steps.As(second).GetPageAsync($"{steps.Report}/approve")).ShouldBeOk();

        Assert.Contains("Only 1 more chief officer can approve, so the report cannot reach 2 approvals.", check.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ThenApproveOrReturnBySamePerson_IsRefused()
    {
        var (steps, _) = await MakeAsync(quorum: 1);
        await steps.DissentAsync(steps.Partnership.Chief);

        var approved = await steps.ApproveAsync(steps.Partnership.Chief);
        var returned = await steps.ReturnAsync(steps.Partnership.Chief);

        Assert.All([approved, returned], p => Assert.Equal(HttpStatusCode.UnprocessableEntity, p.Status));
        Assert.All([approved, returned],
            p => Assert.Contains("already recorded that you do not agree", p.Errors.Single(), StringComparison.Ordinal));
        Assert.Equal(PeriodState.Submitted, await steps.StateAsync());
    }

    [Fact]
    public async Task Post_Twice_RecordsOnce()
    {
        var (steps, _) = await MakeAsync(quorum: 1);

        Assert.Equal(HttpStatusCode.Redirect, (await steps.DissentAsync(steps.Partnership.Chief)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await steps.DissentAsync(steps.Partnership.Chief)).Status);

        Assert.Equal(ApprovalDecision.Dissent, Assert.Single((await steps.SubmissionsAsync()).Single().Approvals).Decision);
    }

    [Fact]
    public async Task Post_WithoutWordsOrOnAStaleReport_IsRefused()
    {
        var (steps, _) = await MakeAsync(quorum: 1);
        var old = await steps.HashAsync();
        var empty = await steps.DissentAsync(steps.Partnership.Chief, "  ");
        await steps.ReturnAsync(steps.Partnership.Chief);
        await steps.SubmitAsync();

        var stale = await steps.DissentAsync(steps.Partnership.Chief, Words, old);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Equal("Enter what you do not agree with", empty.Errors.Single());
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains(Words, stale.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_OwnSubmission_IsRefused()
    {
        var steps = await QuarterSteps.MakeAsync(portal);
        await portal.Data.AddRoleAsync(steps.Partnership, steps.Partnership.Lead, PartnershipRole.ChiefOfficer);
        await steps.CloseAsync();
        await steps.SubmitAsync();

        var page = await steps.DissentAsync(steps.Partnership.Lead);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("You submitted this quarter", page.Errors.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Published_ScrutinyBodiesDoNotSeeIt()
    {
        var (steps, second) = await MakeAsync(quorum: 1);
        await steps.DissentAsync(steps.Partnership.Chief, "SecretDissent");
        await steps.ApproveAsync(second);
        var officer = await portal.Data.CreateOfficerAsync(steps.Partnership, steps.Plan, GrantScope.LivePlan);

        var page = (await steps.As(officer.Person).GetPageAsync(steps.Report)).ShouldBeOk();

        Assert.DoesNotContain(
            "SecretDissent", page.Html + Encoding.UTF8.GetString(await steps.DownloadAsync(officer.Person)), StringComparison.Ordinal);
        Assert.DoesNotContain("does not agree", page.Text, StringComparison.Ordinal);
    }

    private async Task<(QuarterSteps Steps, TestPerson Second)> MakeAsync(int quorum)
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal, quorum);
        var second = await portal.Data.CreatePersonAsync();
        await portal.Data.AddRoleAsync(steps.Partnership, second, PartnershipRole.ChiefOfficer);
        return (steps, second);
    }
}
