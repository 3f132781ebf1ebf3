using System.Net;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Reports;

/// <summary>Chief officers who decide at the same moment.</summary>
public sealed class QuarterRaceTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const int Rounds = 5;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Approve_AtOnce_PublishesExactlyOnce(int quorum)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (steps, second) = await MakeAsync(quorum);
            var hash = await steps.HashAsync();

            var pages = await Task.WhenAll(steps.ApproveAsync(steps.Partnership.Chief, hash), steps.ApproveAsync(second, hash));

            Assert.All(pages, Decent);
            Assert.Contains(pages, p => p.Status == HttpStatusCode.Redirect);
            if (quorum == 2)
            {
                // Whoever lost signs again, as the page asks.
                await steps.ApproveAsync(steps.Partnership.Chief, hash);
                await steps.ApproveAsync(second, hash);
            }

            Assert.Equal(PeriodState.Approved, await steps.StateAsync());
            Assert.Equal(quorum, (await steps.SubmissionsAsync()).Single().Approvals.Count);
            Assert.Equal(1, await portal.Data.InTenantAsync(steps.Partnership.Id, d => d.PublishedReports.CountAsync()));
        }
    }

    [Fact]
    public async Task ApproveAndReturn_AtOnce_OneWins()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (steps, second) = await MakeAsync(quorum: 1);
            var hash = await steps.HashAsync();

            var pages = await Task.WhenAll(steps.ApproveAsync(steps.Partnership.Chief, hash), steps.ReturnAsync(second, hash: hash));

            Assert.All(pages, Decent);
            Assert.Single(pages, p => p.Status == HttpStatusCode.Redirect);
            var submission = (await steps.SubmissionsAsync()).Single();
            var approval = Assert.Single(submission.Approvals);
            var published = await steps.PublishedAsync();
            Assert.Equal(approval.Decision == ApprovalDecision.Approve, published is not null);
            Assert.Equal(published is null ? PeriodState.WithLead : PeriodState.Approved, await steps.StateAsync());
            Assert.Equal(published is null ? SubmissionState.Returned : SubmissionState.Published, submission.State);
        }
    }

    [Fact]
    public async Task Approve_SamePersonAtOnce_SignsOnce()
    {
        var (steps, _) = await MakeAsync(quorum: 2);
        var hash = await steps.HashAsync();

        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => steps.ApproveAsync(steps.Partnership.Chief, hash)));

        Assert.All(pages, Decent);
        Assert.Single((await steps.SubmissionsAsync()).Single().Approvals);
    }

    private static void Decent(TestPage page) => Assert.True(
        page.Status is HttpStatusCode.Redirect || (page.Status == HttpStatusCode.Conflict && page.Errors.Count == 1), $"{page.Status}\n{page.Text}");

    private async Task<(QuarterSteps Steps, TestPerson Second)> MakeAsync(int quorum)
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal, quorum);
        var second = await portal.Data.CreatePersonAsync();
        await portal.Data.AddRoleAsync(steps.Partnership, second, PartnershipRole.ChiefOfficer);
        return (steps, second);
    }
}
