using System.Net;
using System.Text;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Data.Auditing;
using InspectionPortal.Web.Jobs;
using InspectionPortal.Web.Tests.Features.Comparisons;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Web.Tests.Features.Reports;

/// <summary>A correction is a new version of a published report beside the old one.</summary>
public sealed class CorrectReportTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Reason = "The rating was copied from the row above";

    [Fact]
    public async Task Correct_Approved_IsVersionTwoBesideTheSameVersionOne()
    {
        var two = await TwoQuarters.MakeAsync(portal);
        var steps = two.First;
        var first = (await steps.PublishedAsync())!;

        var sent = await CorrectAsync(two);
        Assert.Equal($"{steps.Report}/correction", sent.Location);
        Assert.Equal(PeriodState.Approved, await steps.StateAsync());
        Assert.Equal(first.Snapshot, await steps.As(two.Partnership.Reader)
            .GetByteArrayAsync(new Uri($"{steps.Report}/snapshot?version=1", UriKind.Relative)));
        Assert.Equal(HttpStatusCode.Redirect, (await steps.ApproveAsync(two.Partnership.Chief)).Status);

        var versions = await VersionsAsync(steps);
        Assert.Equal([1, 2], versions.Select(v => v.Number));
        Assert.Equal(first.Snapshot, versions[0].Snapshot);
        Assert.Equal(first.Sha256, versions[0].Sha256);
        var (old, corrected) = (Read(versions[0]), Read(versions[1]));
        Assert.Equal(Reason, versions[1].CorrectionReason);
        Assert.Equal((2, Reason, first.Sha256),
            (corrected.Correction!.Version, corrected.Correction.Reason, corrected.Correction.CorrectsSha256));
        Assert.Equal(["1.1"], corrected.Correction.Projects);
        Assert.Equal("on-track", corrected.Aims[0].Projects[0].Rating);
        Assert.Equal("Corrected words", corrected.Aims[0].Projects[0].Update!.Entries[0].Text);

        // Everything else is as it was published, though the plan has moved on.
        Assert.Equal(Json(old.Aims[0].Projects.Skip(1)), Json(corrected.Aims[0].Projects.Skip(1)));
        Assert.Equal(Json(old with { Aims = [], Number = 0, ScrutinyEditionSha256 = null, Quorum = 0 }),
            Json(corrected with { Aims = [], Number = 0, ScrutinyEditionSha256 = null, Quorum = 0, Correction = null }));
        Assert.Equal(CanonicalJson.Hash(versions[1].ScrutinyEdition), corrected.ScrutinyEditionSha256);
    }

    [Fact]
    public async Task Correct_Approved_PagesNameBothVersionsAndComparisonsUseTheNewest()
    {
        var two = await TwoQuarters.MakeAsync(portal);
        var officer = await portal.Data.CreateOfficerAsync(two.Partnership, two.Plan, GrantScope.ApprovedReports);
        await CorrectAsync(two);
        await two.First.ApproveAsync(two.Partnership.Chief);

        foreach (var person in new[] { two.Partnership.Reader, officer.Person })
        {
            var client = portal.ClientFor(person);
            var newest = (await client.GetPageAsync(two.First.Report)).ShouldBeOk();
            var old = (await client.GetPageAsync($"{two.First.Report}/versions/1")).ShouldBeOk();
            var list = (await client.GetPageAsync($"/{two.Partnership.Slug}/reports")).ShouldBeOk();
            var compare = (await client.GetPageAsync(two.Compare)).ShouldBeOk();

            Assert.Contains("Corrected words", newest.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Corrected words", old.Text, StringComparison.Ordinal);
            Assert.Matches($"Corrected on .*: {Reason}", old.Text);
            Assert.Contains(Reason, list.Text, StringComparison.Ordinal);
            Assert.Contains("ersion 1", list.Text, StringComparison.Ordinal);
            Assert.Equal("On track", compare.Find("#ratings ~ table tbody tr td[data-label=From]").TextContent.Trim());
        }

        var mails = (await portal.Data.MailToAsync(officer.Person.Email)).Where(m => m.Kind == "report").ToList();
        Assert.Contains("was corrected", Assert.Single(mails).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correct_Returned_LeavesThePublishedReportAndCanBeSentAgain()
    {
        var two = await TwoQuarters.MakeAsync(portal);
        await CorrectAsync(two);

        Assert.Equal(HttpStatusCode.Redirect, (await two.First.ReturnAsync(two.Partnership.Chief, "Say which row")).Status);

        Assert.Equal(PeriodState.Approved, await two.First.StateAsync());
        Assert.Single(await VersionsAsync(two.First));
        var form = (await portal.ClientFor(two.Partnership.Lead).GetPageAsync($"{two.First.Report}/correct")).ShouldBeOk();
        Assert.Contains("Say which row", form.Text, StringComparison.Ordinal);
        await CorrectAsync(two);
        await two.First.ApproveAsync(two.Partnership.Chief);
        Assert.Equal([1, 2], (await VersionsAsync(two.First)).Select(v => v.Number));
    }

    [Fact]
    public async Task Correct_QuorumOfTwo_NeedsTwoAndNeverTheLead()
    {
        var steps = await QuarterSteps.MakeAsync(portal, quorum: 2);
        var second = await portal.Data.CreatePersonAsync();
        await portal.Data.AddRoleAsync(steps.Partnership, second, PartnershipRole.ChiefOfficer);
        await portal.Data.AcceptUpdateAsync(steps.Partnership, steps.Plan, steps.Plan.ProjectIds[0]);
        await steps.CloseAsync();
        await steps.SubmitAsync();
        await steps.ApproveAsync(steps.Partnership.Chief);
        await steps.ApproveAsync(second);
        var two = new TwoQuarters(steps, steps, Guid.Empty, Guid.Empty);
        await CorrectAsync(two);

        await steps.ApproveAsync(steps.Partnership.Chief);
        Assert.Single(await VersionsAsync(steps));
        await steps.ApproveAsync(second);

        Assert.Equal(2, (await VersionsAsync(steps)).Count);
    }

    [Fact]
    public async Task Correct_NothingDifferentOrTwiceOrStale_IsRefusedWithASentence()
    {
        var two = await TwoQuarters.MakeAsync(portal);
        var form = await FormAsync(two);
        var (same, other) = (await form.SubmitAsync("#correct-report", ("Reason", Reason)), await FormAsync(two));
        var bare = await form.SubmitAsync("#correct-report", ("Projects[0].Rating", "on-track"));
        var unknown = await form.SubmitAsync("#correct-report", ("Reason", Reason), ("Projects[0].Rating", "purple"));
        await form.SubmitAsync("#correct-report", ("Reason", Reason), ("Projects[0].Rating", "on-track"));
        var again = await form.SubmitAsync("#correct-report", ("Reason", Reason), ("Projects[0].Rating", "on-track"));
        var second = await other.SubmitAsync("#correct-report", ("Reason", Reason), ("Projects[0].Rating", "off-track"));

        Assert.Contains("Nothing is different", Assert.Single(same.Errors), StringComparison.Ordinal);
        Assert.Equal(["Enter why the report is corrected"], bare.Errors);
        Assert.Equal(["Choose a rating from the list"], unknown.Errors);
        Assert.Equal(HttpStatusCode.Redirect, again.Status);
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Equal(2, (await two.First.SubmissionsAsync()).Count);
    }

    [Theory]
    [InlineData(PartnershipRole.Contributor)]
    [InlineData(PartnershipRole.Reader)]
    [InlineData(PartnershipRole.ChiefOfficer)]
    public async Task Correct_ByAnyoneElse_IsRefused(PartnershipRole role)
    {
        var two = await TwoQuarters.MakeAsync(portal);
        var client = portal.ClientFor(two.Partnership.People[role]);

        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetPageAsync($"{two.First.Report}/correct")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await two.First.PostAsync(client, "correct", ("Reason", Reason))).Status);
    }

    [Fact]
    public async Task Correct_BeforePublishing_Is404()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);
        var client = steps.As(steps.Partnership.Lead);

        foreach (var path in new[] { "/correct", "/correction", "/versions/1" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync(steps.Report + path)).Status);
        }
    }

    [Fact]
    public async Task Pending_Correction_IsNotShownToLinkOfficers()
    {
        var two = await TwoQuarters.MakeAsync(portal);
        var officer = await portal.Data.CreateOfficerAsync(two.Partnership, two.Plan, GrantScope.LivePlan);
        await CorrectAsync(two);
        var client = portal.ClientFor(officer.Person);

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"{two.First.Report}/correction")).Status);
        Assert.DoesNotContain("Corrected words", (await client.GetPageAsync(two.First.Report)).ShouldBeOk().Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Corrected words", Encoding.UTF8.GetString(await two.First.DownloadAsync(officer.Person)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_CorrectedReports_AreWhole()
    {
        var two = await TwoQuarters.MakeAsync(portal);
        await CorrectAsync(two);
        await two.First.ApproveAsync(two.Partnership.Chief);

        var verdict = await portal.Host.Services.GetRequiredService<PartnershipScopes>().RunAsync(
            two.Partnership.Id, null, "Test", services => services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));

        Assert.Equal((null, 3), (verdict.Broken, verdict.Reports));
    }

    private Task<TestPage> FormAsync(TwoQuarters two) =>
        portal.ClientFor(two.Partnership.Lead).GetPageAsync($"{two.First.Report}/correct?project={two.Plan.ProjectIds[0]}");

    [Fact]
    public async Task Correct_WhileTheVersionIsWithheld_IsReadByThoseWhoDecideOnly()
    {
        var two = await TwoQuarters.MakeAsync(portal);
        var steps = two.First;
        var withheld = await steps.PostAsync(steps.As(two.Partnership.Chief), "versions/1/withhold", ("Reason", "A court order"));
        Assert.Equal(HttpStatusCode.Redirect, withheld.Status);
        Assert.Equal($"{steps.Report}/correction", (await CorrectAsync(two)).Location);

        foreach (var person in new[] { two.Partnership.Reader, two.Partnership.Contributor })
        {
            var client = portal.ClientFor(person);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"{steps.Report}/correction")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"{steps.Report}/snapshot")).Status);
            Assert.DoesNotContain(
                "Read the correction", (await client.GetPageAsync($"/{two.Partnership.Slug}/reports")).Text, StringComparison.Ordinal);
        }

        var read = await portal.ClientFor(two.Partnership.Chief).GetPageAsync($"{steps.Report}/correction");
        Assert.Contains("Corrected words", read.ShouldBeOk().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correct_ReturnedThroughTheForm_LeavesTheReportAndAllowsAnother()
    {
        var two = await TwoQuarters.MakeAsync(portal);
        await CorrectAsync(two);
        var form = (await portal.ClientFor(two.Partnership.Chief).GetPageAsync($"{two.First.Report}/return")).ShouldBeOk();
        Assert.Contains("If you return the correction, it is not published", form.Text, StringComparison.Ordinal);

        var sent = await form.SubmitAsync("form[action$='/return']", ("Comment", "The first words were right"));

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Equal(PeriodState.Approved, await two.First.StateAsync());
        Assert.Single(await VersionsAsync(two.First));
        Assert.Equal($"{two.First.Report}/correction", (await CorrectAsync(two)).Location);
    }

    private async Task<TestPage> CorrectAsync(TwoQuarters two) => await (await FormAsync(two)).ShouldBeOk().SubmitAsync(
        "#correct-report", ("Reason", Reason), ("Projects[0].Rating", "on-track"), ("Projects[0].Texts[0]", "Corrected words"));

    private Task<List<PublishedReport>> VersionsAsync(QuarterSteps steps) => portal.Data.InTenantAsync(steps.Partnership.Id, database =>
        database.PublishedReports.AsNoTracking().Where(r => r.PeriodId == steps.PeriodId).OrderBy(r => r.Number).ToListAsync());

    private static QuarterSnapshot Read(PublishedReport report) => CanonicalJson.Read<QuarterSnapshot>(report.Snapshot);

    private static string Json<T>(T value) => Encoding.UTF8.GetString(CanonicalJson.Write(value));
}
