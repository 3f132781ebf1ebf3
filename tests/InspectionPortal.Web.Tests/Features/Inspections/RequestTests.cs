using System.Net;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Inspections;

/// <summary>What a link officer asks about a recommendation, and the answer.</summary>
public sealed class RequestTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Question = "May we see the minutes of the board?";

    [Fact]
    public async Task Ask_AsALinkOfficer_IsInTheRecordAndChangesNothingInThePlan()
    {
        var (here, plan, officer) = await MakeAsync();
        var before = await PlanRowsAsync(here);

        var sent = await AskAsync(here, plan, officer.Person);

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        var request = Assert.Single(await RequestsAsync(here));
        Assert.Equal((Question, officer.BodyId, officer.Person.Id, ScrutinyRequestKind.Evidence), (request.Text, request.BodyId,
            request.AskedByUserId, request.Kind));
        Assert.Equal(before, await PlanRowsAsync(here));
        Assert.Contains(Question, (await portal.ClientFor(here.Contributor).GetPageAsync(
            $"/{here.Slug}/recommendations/{plan.RecommendationId}")).Text, StringComparison.Ordinal);
        var told = Assert.Single(await portal.Data.InTenantAsync(here.Id, d => d.Notifications.AsNoTracking().ToListAsync()));
        Assert.Equal((here.Lead.Id, NotificationKind.RequestFromScrutiny), (told.UserId, told.Kind));
        Assert.DoesNotContain("minutes", told.Text, StringComparison.Ordinal);
        Assert.Contains(
            await portal.Data.InTenantAsync(here.Id, d => d.AccessEntries.Select(e => e.What).ToListAsync()), what =>
                what == "Request about 1");
        Assert.Contains("Answer 1 request of a scrutiny body", (await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ByTheLead_WithWordsAndEvidence_ReachesTheOfficerWithoutThem()
    {
        var (here, plan, officer) = await MakeAsync();
        await AskAsync(here, plan, officer.Person);
        var minutes = await portal.Data.CreateNoteAsync(here, plan.ProjectIds[0], "Minutes of the board", released: true);
        var request = (await RequestsAsync(here))[0];
        var lead = portal.ClientFor(here.Lead);
        var form = (await lead.GetPageAsync($"/{here.Slug}/requests/{request.Id}/answer")).ShouldBeOk();

        var sent = await form.SubmitAsync("main form", ("Answer", "They are released now."), ("EvidenceItemId", $"{minutes}"));

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        var page = await portal.ClientFor(officer.Person).GetPageAsync($"/{here.Slug}/recommendations/{plan.RecommendationId}");
        Assert.Contains("They are released now.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Minutes of the board", page.Text, StringComparison.Ordinal);
        var mail = Assert.Single(await portal.Data.MailToAsync(officer.Person.Email));
        Assert.Equal($"{here.Name}: your request was answered", mail.Subject);
        Assert.DoesNotContain("released now", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("inutes", mail.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await form.SubmitAsync("main form", ("Answer", "Once more"))).Status);
        Assert.DoesNotContain("Answer 1 request", (await lead.GetPageAsync($"/{here.Slug}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_WithEvidenceThatIsNotReleased_OrWithNothing_IsRefused()
    {
        var (here, plan, officer) = await MakeAsync();
        await AskAsync(here, plan, officer.Person);
        var secret = await portal.Data.CreateNoteAsync(here, plan.ProjectIds[0], "Secret", released: false);
        var request = (await RequestsAsync(here))[0];
        var form = (await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/requests/{request.Id}/answer")).ShouldBeOk();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.SubmitAsync("main form", ("EvidenceItemId", $"{secret}"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.SubmitAsync("main form")).Status);
        Assert.Null((await RequestsAsync(here))[0].AnsweredAt);
    }

    [Fact]
    public async Task Ask_WithoutAGrantOfTheLivePlan_OrAsAMember_IsRefused()
    {
        var (here, plan, _) = await MakeAsync();
        var reports = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.ApprovedReports);
        var address = $"/{here.Slug}/recommendations/{plan.RecommendationId}/requests/new";

        Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(reports.Person).GetPageAsync(address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await portal.ClientFor(here.Lead).GetPageAsync(address)).Status);
        Assert.Empty(await RequestsAsync(here));
    }

    [Fact]
    public async Task Get_Recommendation_AsAnotherBody_DoesNotShowTheRequest()
    {
        var (here, plan, officer) = await MakeAsync();
        var other = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan);
        await AskAsync(here, plan, officer.Person);

        var page = (await portal.ClientFor(other.Person).GetPageAsync($"/{here.Slug}/recommendations/{plan.RecommendationId}"))
            .ShouldBeOk();

        Assert.DoesNotContain(Question, page.Html, StringComparison.Ordinal);
    }

    private async Task<TestPage> AskAsync(TestPartnership here, TestPlan plan, TestPerson person)
    {
        var form = (await portal.ClientFor(person).GetPageAsync($"/{here.Slug}/recommendations/{plan.RecommendationId}/requests/new"))
            .ShouldBeOk();
        return await form.SubmitAsync("main form", ("Kind", nameof(ScrutinyRequestKind.Evidence)), ("Text", Question));
    }

    private Task<List<ScrutinyRequest>> RequestsAsync(TestPartnership here) =>
        portal.Data.InTenantAsync(here.Id, d => d.ScrutinyRequests.AsNoTracking().ToListAsync());

    /// <summary>The versions of all that the plan is made of.</summary>
    private Task<string> PlanRowsAsync(TestPartnership here) => portal.Data.InTenantAsync(here.Id, async d => string.Join(
        ',', (await d.Projects.Select(p => p.Version).ToListAsync()).Concat(await d.Recommendations.Select(r => r.Version).ToListAsync())
            .Concat(await d.Plans.Select(p => p.Version).ToListAsync())));

    private async Task<(TestPartnership Here, TestPlan Plan, TestOfficer Officer)> MakeAsync()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here);
        return (here, plan, await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan));
    }
}
