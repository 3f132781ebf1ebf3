using System.Net;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Tests.Features.Comparisons;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Reports;

/// <summary>A report withheld on legal grounds: who still reads it, where it is gone from, and what stays.</summary>
public sealed class WithholdReportTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Grounds = "A court order names a family";

    [Fact]
    public async Task Post_ByChiefOfficer_LeavesHashDateAndReasonAndNothingElse()
    {
        var two = await TwoQuarters.MakeAsync(portal);
        var officer = await portal.Data.CreateOfficerAsync(two.Partnership, two.Plan, GrantScope.ApprovedReports);
        var published = (await two.Second.PublishedAsync())!;

        Assert.Equal(HttpStatusCode.Redirect, (await WithholdAsync(two.Second)).Status);

        foreach (var person in new[] { two.Partnership.Reader, two.Partnership.Contributor, officer.Person })
        {
            var client = portal.ClientFor(person);
            var report = (await client.GetPageAsync(two.Second.Report)).ShouldBeOk();
            var version = (await client.GetPageAsync($"{two.Second.Report}/versions/1")).ShouldBeOk();
            var list = (await client.GetPageAsync($"/{two.Partnership.Slug}/reports")).ShouldBeOk();

            Assert.Contains(Grounds, report.Text, StringComparison.Ordinal);
            Assert.Contains(published.Sha256, report.Text, StringComparison.Ordinal);
            Assert.Contains(Grounds, list.Text, StringComparison.Ordinal);
            Assert.All(new[] { report, version },
                p => Assert.DoesNotContain(two.Partnership.Canary, p.Find("main").InnerHtml, StringComparison.Ordinal));
            var home = (await client.GetPageAsync($"/{two.Partnership.Slug}")).ShouldBeOk();
            Assert.Empty(home.Document.QuerySelectorAll(
                ".p-bars").Where(b => b.TextContent.Contains("October to December", StringComparison.Ordinal)));
            foreach (var gone in new[] { $"{two.Second.Report}/snapshot", $"{two.Second.Report}/snapshot?version=1", $"{two.Compare}?to={two.Second.PeriodId}" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync(gone)).Status);
            }

            foreach (var address in new[] { two.Ratings, two.LifeOf(two.Plan.ProjectIds[0]), two.Compare })
            {
                var page = (await client.GetPageAsync(address)).ShouldBeOk();
                Assert.Contains("The report of October to December 2020 is withheld on legal grounds and not included here", page.Text,
                    StringComparison.Ordinal);
                Assert.Empty(page.Document.QuerySelectorAll(
                    "main section, main tbody").Where(s => s.TextContent.Contains("October to December", StringComparison.Ordinal)));
            }
        }
    }

    [Fact]
    public async Task Post_FirstReport_LeavesNoPlanAsFirstAgreedToCompareWith()
    {
        var two = await TwoQuarters.MakeAsync(portal);
        await WithholdAsync(two.First);
        var address = $"{two.Compare}?from=plan&to={two.Second.PeriodId}";

        var reader = (await portal.ClientFor(two.Partnership.Reader).GetPageAsync(address)).ShouldBeOk();
        var lead = (await portal.ClientFor(two.Partnership.Lead).GetPageAsync(address)).ShouldBeOk();

        Assert.Contains("The first approved report is withheld on legal grounds", reader.Text, StringComparison.Ordinal);
        Assert.Empty(reader.Document.QuerySelectorAll("main table"));
        Assert.NotEmpty(lead.Document.QuerySelectorAll("main table"));
    }

    [Fact]
    public async Task Post_ByChiefOfficer_LeadAndChiefOfficersStillRead()
    {
        var two = await TwoQuarters.MakeAsync(portal);
        await WithholdAsync(two.Second);

        foreach (var person in new[] { two.Partnership.Lead, two.Partnership.Chief })
        {
            var page = (await portal.ClientFor(person).GetPageAsync(two.Second.Report)).ShouldBeOk();

            Assert.Contains($"Project 1 {two.Partnership.Canary}", page.Text, StringComparison.Ordinal);
            Assert.Contains(Grounds, page.Text, StringComparison.Ordinal);
            Assert.Equal((await two.Second.PublishedAsync())!.Snapshot, await two.Second.DownloadAsync(person));
        }
    }

    [Fact]
    public async Task Post_ListedEvidence_IsHiddenWithTheReport()
    {
        var steps = await QuarterSteps.MakeAsync(portal);
        var note = await portal.Data.CreateNoteAsync(steps.Partnership, steps.Plan.ProjectIds[0], "Listed", released: true);
        await TwoQuarters.PublishAsync(steps);
        var officer = await portal.Data.CreateOfficerAsync(steps.Partnership, steps.Plan, GrantScope.ApprovedReports);
        var (client, address) = (portal.ClientFor(officer.Person), $"/{steps.Partnership.Slug}/evidence/{note}");
        (await client.GetPageAsync(address)).ShouldBeOk();

        await WithholdAsync(steps);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync(address)).Status);
        (await client.GetPageAsync($"/{steps.Partnership.Slug}")).ShouldBeOk();
        (await client.GetPageAsync("/inspect")).ShouldBeOk();

        await DecideAsync(steps, "release", steps.Partnership.Chief, "The order ended");
        (await client.GetPageAsync(address)).ShouldBeOk();
    }

    [Fact]
    public async Task Release_ByChiefOfficer_ShowsTheSameBytesAndKeepsBothInTheAudit()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);
        await steps.ApproveAsync(steps.Partnership.Chief);
        var before = (await steps.PublishedAsync())!;
        await WithholdAsync(steps);

        Assert.Equal(HttpStatusCode.Redirect, (await DecideAsync(steps, "release", steps.Partnership.Chief, "The order ended")).Status);

        Assert.Equal(before.Snapshot, await steps.DownloadAsync(steps.Partnership.Reader));
        var kept = await portal.Data.InTenantAsync(
            steps.Partnership.Id, database => database.ReportWithholdings.AsNoTracking().SingleAsync());
        Assert.Equal((Grounds, "The order ended", before.Sha256), (kept.Reason, kept.ReleaseReason, kept.Sha256));
        var commands = await portal.Data.InTenantAsync(steps.Partnership.Id, database => database.AuditEntries
            .Where(e => e.EntityType == nameof(ReportWithholding)).OrderBy(e => e.At).Select(e => e.Command).ToListAsync());
        Assert.Equal(["WithholdReport", "ReleaseReport"], commands);
        Assert.Equal(HttpStatusCode.Conflict, (await DecideAsync(steps, "release", steps.Partnership.Chief, "Again")).Status);
    }

    [Theory]
    [InlineData(PartnershipRole.PartnershipLead)]
    [InlineData(PartnershipRole.Contributor)]
    [InlineData(PartnershipRole.Reader)]
    public async Task Post_ByAnyoneElse_IsRefused(PartnershipRole role)
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);
        await steps.ApproveAsync(steps.Partnership.Chief);

        foreach (var step in new[] { "withhold", "release" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await DecideAsync(steps, step, steps.Partnership.People[role], Grounds)).Status);
            Assert.Equal(HttpStatusCode.Forbidden,
                (await steps.As(steps.Partnership.People[role]).GetPageAsync($"{steps.Report}/versions/1/{step}")).Status);
        }

        Assert.Empty(await portal.Data.InTenantAsync(steps.Partnership.Id, database => database.ReportWithholdings.ToListAsync()));
    }

    [Fact]
    public async Task Post_WithoutReasonOrTwice_IsRefused()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);
        await steps.ApproveAsync(steps.Partnership.Chief);

        var empty = await DecideAsync(steps, "withhold", steps.Partnership.Chief, "");
        await WithholdAsync(steps);

        Assert.Equal(["Enter the legal grounds"], empty.Errors);
        Assert.Equal(HttpStatusCode.Conflict, (await WithholdAsync(steps)).Status);
        Assert.Equal(HttpStatusCode.NotFound,
            (await steps.PostAsync(steps.As(steps.Partnership.Chief), "versions/2/withhold", ("Reason", Grounds))).Status);
    }

    [Fact]
    public async Task Mail_PublishedWithheldReleased_OnePerPersonWithoutTheReason()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);
        var (here, plan) = (steps.Partnership, steps.Plan);
        var officer = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan);
        await portal.Data.GrantAsync(here, plan, officer.BodyId, GrantScope.ApprovedReports);
        var ended = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan);
        await portal.Data.InTenantAsync(here.Id, async database =>
        {
            (await database.ScrutinyGrants.FirstAsync(g => g.Id == ended.GrantId)).RevokedAt = DateTimeOffset.UtcNow;
            return true;
        });

        await steps.ApproveAsync(here.Chief);
        await WithholdAsync(steps);
        await DecideAsync(steps, "release", here.Chief, "The order ended");

        foreach (var person in new[] { here.Reader, here.Contributor, officer.Person })
        {
            var mails = (await portal.Data.MailToAsync(person.Email)).Where(m => m.Kind == "report").ToList();
            Assert.Equal(["was published", "is withheld", "can be read again"], mails.Select(m => m.Subject.Split("September 2020 ")[1]));
            Assert.All(mails, m => Assert.DoesNotContain(Grounds, m.Text + m.Html, StringComparison.Ordinal));
            Assert.All(mails, m => Assert.EndsWith($"{steps.Report}/versions/1", m.Links.Single(), StringComparison.Ordinal));
        }

        foreach (var decider in new[] { here.Chief, here.Lead })
        {
            Assert.Equal(2, (await portal.Data.MailToAsync(decider.Email)).Count(m => m.Kind == "report"));
        }

        Assert.Empty(await portal.Data.MailToAsync(ended.Person.Email));
    }

    [Fact]
    public async Task Mail_DemonstrationHeldToADay_WritesToNobody()
    {
        var here = await portal.Data.CreatePartnershipAsync(p => (p.AsAt, p.Quorum) = (new DateOnly(2020, 10, 27), 1));
        var steps = new QuarterSteps(portal, here, await portal.Data.CreatePlanAsync(here));
        await TwoQuarters.PublishAsync(steps);
        await WithholdAsync(steps);

        Assert.Empty((await portal.Data.MailToAsync(here.Reader.Email)).Concat(await portal.Data.MailToAsync(here.Chief.Email))
            .Where(m => m.Kind == "report"));
    }

    private static Task<TestPage> WithholdAsync(QuarterSteps steps) => DecideAsync(steps, "withhold", steps.Partnership.Chief, Grounds);

    private static Task<TestPage> DecideAsync(QuarterSteps steps, string step, TestPerson person, string reason) =>
        steps.PostAsync(steps.As(person), $"versions/1/{step}", ("Reason", reason));
}
