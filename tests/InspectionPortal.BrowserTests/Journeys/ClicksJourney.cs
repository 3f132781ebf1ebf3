using System.Text;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Testing;
using Microsoft.Playwright;
using Xunit;

namespace InspectionPortal.BrowserTests.Journeys;

/// <summary>How often people have to press for the jobs that they do most. Typing is free.</summary>
public sealed class ClicksJourney(BrowserFixture portal) : IClassFixture<BrowserFixture>
{
    private const int Updates = 37;
    private static readonly DateOnly Today = new(2020, 10, 27);

    [Fact]
    public async Task Lead_ThirtySevenUpdates_AcceptsThemInFortyClicks()
    {
        var (partnership, plan) = await MakeAsync(Updates);
        foreach (var project in plan.ProjectIds)
        {
            await portal.Data.CreateUpdateToReadAsync(
                partnership, plan, project, UpdateState.Submitted, "Families were seen each week", u =>
                {
                    u.RagProposed = "off-track";
                    u.SubmittedByUserId = partnership.Contributor.Id;
                });
        }

        await using var lead = await VisitAsync(partnership, PartnershipRole.PartnershipLead);
        await lead.ClickAsync($".p-task a:text-is('Accept {Updates} updates')");
        await lead.ClickAsync("main .govuk-button:has-text('Review 1.1')");
        for (var left = Updates - 1; left > 0; left--)
        {
            await lead.ClickAsync("button:text-is('Accept and next')");
        }

        await lead.ClickAsync("button:text-is('Accept')");

        Assert.InRange(await lead.ClicksAsync(), 1, 40);
        Assert.Equal(Updates, await portal.Data.InTenantAsync(
            partnership.Id, d => Task.FromResult(d.ProgressUpdates.Count(u => u.State == UpdateState.Accepted))));
    }

    [Fact]
    public async Task Contributor_AnItemChosen_AnswersWithEvidenceInFiveClicks()
    {
        var (partnership, plan) = await MakeAsync(2);
        await using var contributor = await VisitAsync(
            partnership, PartnershipRole.Contributor, person => portal.Data.HoldAsync(partnership, plan, person));
        await contributor.GoAsync($"/{partnership.Slug}/updates/mine");
        await contributor.ClickAsync("main button:has-text('Answer 1.2')");
        await contributor.ForgetClicksAsync();
        await contributor.ClickAsync("input[name=Rag][value=off-track]");
        await contributor.ClickAsync("textarea[name='Entries[0].Text']");
        await contributor.Page.Keyboard.TypeAsync("Families were seen each week");
        await contributor.ChooseFileAsync("[data-update-evidence] input[type=file]", "visits.csv", Encoding.UTF8.GetBytes("week,visits\n1,12\n"));
        var clicks = await contributor.ClicksAsync();

        // Submitting without a type says so, keeps file and text, and does not count.
        await contributor.ClickAsync("main button:text-is('Submit')");
        await contributor.Page.GetByText("Choose the type of evidence").WaitForAsync();
        await contributor.CheckAsync();
        await contributor.ForgetClicksAsync(clicks);
        await contributor.ChooseFromListAsync("[data-update-evidence] select", 1);
        await contributor.ClickAsync("main button:text-is('Submit')");
        await contributor.Page.GetByText("1 of 2 updates written").First.WaitForAsync();

        Assert.InRange(await contributor.ClicksAsync(), 1, 5);
        var update = await portal.Data.ReadUpdateAsync(partnership, plan.ProjectIds[1]);
        Assert.Equal(UpdateState.Submitted, update!.State);
        Assert.Equal("visits", await portal.Data.InTenantAsync(partnership.Id, d => Task.FromResult(
            d.EvidenceItems.Where(i => i.Links.Any(l => l.ProjectId == plan.ProjectIds[1])).Select(i => i.Title).Single())));
    }

    [Fact]
    public async Task Contributor_AFileChosen_IsNotLostByOpeningTheNextItem()
    {
        var (partnership, plan) = await MakeAsync(2);
        await using var contributor = await VisitAsync(
            partnership, PartnershipRole.Contributor, person => portal.Data.HoldAsync(partnership, plan, person));
        await contributor.GoAsync($"/{partnership.Slug}/updates/mine");
        await contributor.ChooseFileAsync("[data-update-evidence] input[type=file]", "visits.csv", Encoding.UTF8.GetBytes("week,visits\n1,12\n"));

        await contributor.ClickAsync("main button:has-text('Answer 1.2')");
        await contributor.Page.GetByText("Choose the type of evidence").WaitForAsync();
        await contributor.ChooseFromListAsync("[data-update-evidence] select", 1);
        await contributor.ClickAsync("main button:has-text('Answer 1.2')");
        await contributor.Page.GetByRole(AriaRole.Button, new() { Name = "Open 1.1" }).Or(
            contributor.Page.GetByRole(AriaRole.Button, new() { Name = "Answer 1.1" })).First.WaitForAsync();

        Assert.Equal("visits", await portal.Data.InTenantAsync(partnership.Id, d => Task.FromResult(
            d.EvidenceItems.Where(i => i.Links.Any(l => l.ProjectId == plan.ProjectIds[0])).Select(i => i.Title).Single())));
    }

    [Fact]
    public async Task Lead_MissingUpdates_RemindsInTwoClicks()
    {
        var (partnership, _) = await MakeAsync(3);
        await using var lead = await VisitAsync(partnership, PartnershipRole.PartnershipLead);
        await lead.ClickAsync(".p-task a:text-is('Follow up 3 missing updates')");
        await lead.ClickAsync("main button:has-text('Remind 1 person')");

        Assert.InRange(await lead.ClicksAsync(), 1, 2);
        Assert.NotEmpty(await portal.Data.MailToAsync(partnership.Contributor.Email));
    }

    [Fact]
    public async Task LeadAndChiefOfficer_QuarterAccepted_SubmitAndApproveInFewClicks()
    {
        var (partnership, plan) = await MakeAsync(2);
        foreach (var project in plan.ProjectIds)
        {
            await portal.Data.AcceptUpdateAsync(partnership, plan, project);
        }

        await using (var lead = await VisitAsync(partnership, PartnershipRole.PartnershipLead))
        {
            await lead.ClickAsync("nav a:text-is('Updates')");
            await lead.ClickAsync("main .govuk-button:has-text('Close')");
            await lead.ClickAsync("main button:text-is('Close for updates')");
            await lead.ClickAsync("main .govuk-button:has-text('Prepare the report')");
            await lead.ClickAsync("main button:text-is('Save and preview'):not([aria-hidden])");
            await lead.ClickAsync("main button:text-is('Submit the quarter')");
            Assert.InRange(await lead.ClicksAsync(), 1, 6);
        }

        await using var chief = await VisitAsync(partnership, PartnershipRole.ChiefOfficer);
        await chief.ClickAsync(".p-task a:has-text('Check and approve')");
        await chief.ClickAsync("main .govuk-button:has-text('Check and approve')");
        await chief.ClickAsync("main button:text-is('Approve the quarter')");

        Assert.InRange(await chief.ClicksAsync(), 1, 3);
        Assert.True(await portal.Data.InTenantAsync(partnership.Id, d => Task.FromResult(d.PublishedReports.Any())));
    }

    [Fact]
    public async Task Lead_FromThePlan_ChangesAStatusInTwoClicksAndLinksARecommendationInThree()
    {
        var (partnership, plan) = await MakeAsync(2);
        await portal.Data.InTenantAsync(partnership.Id, d =>
        {
            d.RecommendationLinks.RemoveRange(d.RecommendationLinks);
            return Task.FromResult(true);
        });
        await using var lead = await VisitAsync(partnership, PartnershipRole.PartnershipLead);
        await lead.GoAsync(partnership.PlanPath);
        await lead.ForgetClicksAsync();
        await lead.ClickAsync("tr[id] a.p-edit[href*='edit=status']");
        await lead.Page.Locator("form.p-edit-form select[name=Status]").WaitForAsync();
        await lead.Page.Locator("form.p-edit-form select[name=Status]").SelectOptionAsync("DoneAwaitingEvidence");
        await lead.ClickAsync("form.p-edit-form .govuk-button");
        await lead.Page.Locator(".p-edit-saved").WaitForAsync();
        Assert.InRange(await lead.ClicksAsync(), 1, 2);

        await lead.GoAsync($"/{partnership.Slug}/recommendations/{plan.RecommendationId}");
        await lead.ForgetClicksAsync();
        await lead.ClickAsync("main .govuk-button:text-is('Link work')");
        await lead.ChooseFromListAsync("main select[name=ProjectId]", 1);
        await lead.ClickAsync("main form button.govuk-button");
        Assert.InRange(await lead.ClicksAsync(), 1, 3);
        Assert.True(await portal.Data.InTenantAsync(partnership.Id, d => Task.FromResult(d.RecommendationLinks.Any())));
    }

    [Fact]
    public async Task Lead_EmptyPartnership_ImportsThePlanAndOpensAPeriodInTwelveClicks()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        await using var lead = await VisitAsync(partnership, PartnershipRole.PartnershipLead);
        await lead.ClickAsync("main .govuk-button:has-text('Import a plan')");
        await lead.ChooseFileAsync("input[type=file]", "plan.csv", Encoding.UTF8.GetBytes(
            "Aim,No,Action,Lead,Deadline\nChildren are safe,1.1,Visit every child each week,Lead Social Worker,30 June 2027\n"));
        await lead.ClickAsync("main button:text-is('Upload file')");
        await lead.ClickAsync("main button:text-is('Import')");
        await lead.ClickAsync("nav a:text-is('Updates')");
        await lead.ClickAsync("main a:has-text('Open a period')");
        await lead.ClickAsync("main button.govuk-button");

        Assert.InRange(await lead.ClicksAsync(), 1, 12);
        Assert.True(await portal.Data.InTenantAsync(partnership.Id, d => Task.FromResult(d.ReportingPeriods.Any(p => p.State == PeriodState.Open))));
    }

    private async Task<(TestPartnership Partnership, TestPlan Plan)> MakeAsync(int projects)
    {
        var partnership = await portal.Data.CreatePartnershipAsync(p => (p.AsAt, p.Quorum) = (Today, 1));
        return (partnership, await portal.Data.CreatePlanAsync(partnership, projects));
    }

    /// <summary>Signs in somebody new of that role, who lands on home; the sign-in does not count.</summary>
    private async Task<Visitor> VisitAsync(TestPartnership partnership, PartnershipRole role, Func<TestPerson, Task>? prepare = null)
    {
        var person = await portal.Data.CreatePersonAsync(BrowserFixture.Password);
        await portal.Data.AddRoleAsync(partnership, person, role);
        await (prepare?.Invoke(person) ?? Task.CompletedTask);
        var visitor = await portal.VisitAsync();
        await visitor.SignInAsync(person.Email);
        await visitor.GoAsync($"/{partnership.Slug}");
        await visitor.CountClicksAsync();
        return visitor;
    }
}
