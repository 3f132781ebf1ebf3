using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Imports;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Home;

public sealed class GetHomeTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly DateOnly AsAt = new(2020, 10, 27);

    [Fact]
    public async Task Get_AsLead_ListsWhatWaitsByUrgency()
    {
        var (partnership, plan) = await MakeAsync(4);
        await portal.Data.CreateUpdateToReadAsync(partnership, plan, plan.ProjectIds[0], UpdateState.Submitted, "a");
        await portal.Data.CreateUpdateToReadAsync(partnership, plan, plan.ProjectIds[1], UpdateState.Submitted, "b", u => u.ReviewComment = "Say more");
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            var fourth = (await database.Projects.FindAsync(partnership.Id, plan.ProjectIds[3]))!;
            (fourth.Deadline, fourth.Status) = (DeadlineParser.Parse("1 December 2020"), ProjectStatus.InProgress);
            database.RemoveRange(database.ProjectLeads.Where(l => l.ProjectId == fourth.Id));
            var third = (await database.Projects.FindAsync(partnership.Id, plan.ProjectIds[2]))!;
            third.Forecast = DeadlineParser.Parse("31 December 2020");
            database.Add(new Recommendation { Number = "2", Text = "Uncovered" });
            var second = (await database.Projects.FindAsync(partnership.Id, plan.ProjectIds[1]))!;
            second.Forecast = second.Deadline;
            return true;
        });
        var page = await HomeAsync(partnership, partnership.Lead);
        var deadline = await portal.Data.InTenantAsync(
            partnership.Id, d => d.Projects.Where(p => p.Id == plan.ProjectIds[1]).Select(p => p.Deadline).SingleAsync());
        Assert.Contains($"Deadline in the plan: {deadline.Text}. No forecast", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"The forecast is {deadline.Text}", page.Text, StringComparison.Ordinal);
        Assert.Contains("The July to September 2020 quarter is open for 3 more days. 2 of 4 updates have been received.", page.Text, StringComparison.Ordinal);
        var tasks = page.Document.QuerySelectorAll("#tasks .p-task__title").Select(t => t.TextContent).ToList();
        Assert.StartsWith("Agree a new deadline for 1.", tasks[0], StringComparison.Ordinal);
        Assert.Contains("The forecast is 31 December 2020", page.Text, StringComparison.Ordinal);
        Assert.Contains("No forecast", page.Text, StringComparison.Ordinal);
        Assert.Contains("Accept 1 update", tasks, StringComparer.Ordinal);
        Assert.Contains("Review 1 update you sent back", tasks, StringComparer.Ordinal);
        Assert.Contains("Follow up 1 missing update", tasks, StringComparer.Ordinal);
        Assert.Contains(tasks, t => t.StartsWith("Choose a lead for 1.4", StringComparison.Ordinal));
        Assert.StartsWith("Choose a lead", tasks[^1], StringComparison.Ordinal);
        Assert.Single(page.Document.QuerySelectorAll("main .govuk-button"));
        Assert.Contains("27 days late", page.Text, StringComparison.Ordinal);
        var stats = page.Document.QuerySelectorAll(".p-stats li").Select(s => s.TextContent.Trim()).ToList();
        Assert.Equal(["3 late", "1 of 2 recommendations with no work", "0 measures with a signal", "0 done, but with no evidence yet"], stats);
        Assert.Contains("Updates due for July to September 2020", page.Text, StringComparison.Ordinal);
        Assert.Contains("1.4 Project 4", page.Find(".p-dates").TextContent, StringComparison.Ordinal);
        foreach (var link in page.Document.QuerySelectorAll(".p-stats a").Select(a => a.GetAttribute("href")!))
        {
            (await portal.ClientFor(partnership.Lead).GetPageAsync(link)).ShouldBeOk();
        }
    }

    [Theory]
    [InlineData("", "Open the next reporting period")]
    [InlineData("WithLead", "Submit July to September 2020 to the chief officers")]
    public async Task Get_AsLead_FollowsTheQuarter(string states, string task)
    {
        var (partnership, plan) = await MakeAsync();
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            var period = (await database.ReportingPeriods.FindAsync(partnership.Id, plan.PeriodId))!;
            foreach (var state in (states.Length == 0 ? "WithLead Submitted Approved" : states).Split(' '))
            {
                period.Become(Enum.Parse<PeriodState>(state));
            }

            return true;
        });
        var page = await HomeAsync(partnership, partnership.Lead);
        Assert.Contains(page.Document.QuerySelectorAll(".p-task__title"), t => t.TextContent == task);
    }

    [Fact]
    public async Task Get_PeriodPastDue_AsksTheLeadToCloseIt()
    {
        var partnership = await portal.Data.CreatePartnershipAsync(p => p.AsAt = new DateOnly(2020, 11, 3));
        await portal.Data.CreatePlanAsync(partnership);
        var page = await HomeAsync(partnership, partnership.Lead);
        Assert.Contains("Close July to September 2020", page.Text, StringComparison.Ordinal);
        Assert.Contains("were due 4 days ago", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OnlyContributor_LandsOnMyItemsAndFindsThemAtHome()
    {
        var (partnership, _) = await MakeAsync();
        Assert.Equal($"/{partnership.Slug}/updates/mine", (await portal.ClientFor(partnership.Contributor).GetPageAsync("/")).Location);
        var page = await HomeAsync(partnership, partnership.Contributor);
        Assert.All(page.Document.QuerySelectorAll(".p-task__title"), t => Assert.StartsWith("Write the update for 1.", t.TextContent, StringComparison.Ordinal));
        Assert.Equal(2, page.Document.QuerySelectorAll(".p-task").Length);
    }

    [Fact]
    public async Task Get_ContributorWithAnotherRole_IsAskedForOwnItemsOnly()
    {
        var (partnership, plan) = await MakeAsync(3);
        await portal.Data.InTenantAsync(partnership.Id, database =>
        {
            database.Add(new Membership { UserId = partnership.Contributor.Id, Role = PartnershipRole.Reader });
            database.RemoveRange(database.ProjectLeads.Where(l => l.ProjectId == plan.ProjectIds[2]));
            return Task.FromResult(true);
        });
        await portal.Data.CreateUpdateToReadAsync(partnership, plan, plan.ProjectIds[0], UpdateState.SentBack, "a", u => u.ReviewComment = "Which month is the figure for?");
        var page = await HomeAsync(partnership, partnership.Contributor);
        var tasks = page.Document.QuerySelectorAll(".p-task__title").Select(t => t.TextContent).ToList();
        Assert.Equal(2, tasks.Count);
        Assert.Contains("Answer the question about 1.1", tasks, StringComparer.Ordinal);
        Assert.Contains("Which month is the figure for?", page.Text, StringComparison.Ordinal);
        Assert.Contains(tasks, t => t.StartsWith("Write the update for 1.2", StringComparison.Ordinal));

        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            (await database.ResponsibilityHolders.SingleAsync()).Until = new DateOnly(2020, 10, 1);
            return true;
        });
        Assert.Contains("You have no tasks at the moment", (await HomeAsync(partnership, partnership.Contributor)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AsReader_SaysThatNothingNeedsThem()
    {
        var (partnership, plan) = await MakeAsync();
        await portal.Data.CreateUpdateToReadAsync(partnership, plan, plan.ProjectIds[0], UpdateState.Accepted, "a");
        var page = await HomeAsync(partnership, partnership.Reader);
        Assert.Contains("You have no tasks at the moment", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main .govuk-button"));
        Assert.Contains("accepted the update for July to September 2020", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/audit", page.Find("main").InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AsChief_AsksToSignUntilSigned()
    {
        var (partnership, plan) = await MakeAsync();
        var submission = await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            var period = (await database.ReportingPeriods.FindAsync(partnership.Id, plan.PeriodId))!;
            period.Become(PeriodState.WithLead);
            period.Become(PeriodState.Submitted);
            return database.Add(new Submission
            {
                PeriodId = period.Id,
                Number = 1,
                Snapshot = [1],
                ScrutinyEdition = "{}"u8.ToArray(),
                Sha256 = new string('a', 64),
                SubmittedByUserId = partnership.Lead.Id,
                SubmittedAt = DateTimeOffset.UtcNow,
            }).Entity.Id;
        });
        Assert.Contains("Check and approve July to September 2020", (await HomeAsync(partnership, partnership.Chief)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Check and approve", (await HomeAsync(partnership, partnership.Lead)).Text, StringComparison.Ordinal);
        await portal.Data.InTenantAsync(partnership.Id, database =>
        {
            database.Add(new Approval { SubmissionId = submission, UserId = partnership.Chief.Id, Capacity = "Chief", Sha256 = new string('a', 64), At = DateTimeOffset.UtcNow });
            return Task.FromResult(true);
        });
        Assert.DoesNotContain("Check and approve", (await HomeAsync(partnership, partnership.Chief)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AfterAQuarterWasSubmitted_ShowsItsRatingsUnderTodays()
    {
        var (partnership, plan) = await MakeAsync();
        Assert.Single((await HomeAsync(partnership, partnership.Reader)).Document.QuerySelectorAll(".p-bar"));
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            (await database.Projects.SingleAsync(p => p.Id == plan.ProjectIds[0])).Rag = "off-track";
            database.Add(new Submission
            {
                PeriodId = plan.PeriodId,
                Number = 1,
                Snapshot = [1],
                ScrutinyEdition = """{"aims":[{"projects":[{"number":"1.1","rating":"on-track"},{"number":"1.2"},{"number":"1.3","noActionNeeded":"Done before"}]}]}"""u8.ToArray(),
                Sha256 = new string('a', 64),
                SubmittedByUserId = partnership.Lead.Id,
                SubmittedAt = DateTimeOffset.UtcNow,
            });
            return true;
        });

        var bar = (await HomeAsync(partnership, partnership.Reader)).Find(".p-bar--before");

        Assert.Contains("July to September 2020", bar.TextContent, StringComparison.Ordinal);
        var counts = bar.QuerySelectorAll("a").ToList();
        Assert.Equal(2, counts.Count);
        Assert.All(counts, c => Assert.Equal($"/{partnership.Slug}/reports/{plan.PeriodId}#full-table", c.GetAttribute("href")));
        Assert.Contains("On track", bar.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Coverage_CountsAsTheCoveragePageDoesAndLeadsToEachGap()
    {
        var (partnership, plan) = await MakeAsync();
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            database.Add(new Recommendation { InspectionId = plan.InspectionId, Number = "2", Text = "Second" });
            foreach (var lead in database.Set<ProjectLead>())
            {
                database.Remove(lead);
            }

            await Task.CompletedTask;
            return true;
        });

        var page = await HomeAsync(partnership, partnership.Reader);

        Assert.Contains("Of 2 recommendations, 1 has no measure, 2 have no lead and 2 have no evidence.", page.Text, StringComparison.Ordinal);
        var coverage = (await portal.ClientFor(partnership.Reader).GetPageAsync($"{partnership.PlanPath}/coverage")).ShouldBeOk();
        Assert.Contains("1 has no measure, 2 have no lead, 2 have no evidence.", coverage.Text, StringComparison.Ordinal);
        foreach (var link in page.Document.QuerySelectorAll("#cover a"))
        {
            Assert.NotNull(coverage.Find(new Uri(new Uri("http://localhost"), link.GetAttribute("href")).Fragment));
        }
    }

    [Fact]
    public async Task Get_NoPlan_OffersTheLeadToStartOne()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        var lead = await HomeAsync(partnership, partnership.Lead);
        Assert.Contains("This partnership has no plan yet.", lead.Text, StringComparison.Ordinal);
        Assert.Equal($"/{partnership.Slug}/plans/import", lead.Find("main .govuk-button").GetAttribute("href"));
        Assert.DoesNotContain("Import a plan", (await HomeAsync(partnership, partnership.Reader)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PeriodState.Open, "Answer the question about 1.1", "Accept 1 update", null)]
    [InlineData(PeriodState.WithLead, null, "Submit July to September 2020 to the chief officers", null)]
    [InlineData(PeriodState.Submitted, null, null, "Check and approve July to September 2020")]
    public async Task Get_BeforeTheOpeningDay_AsksByTheStateOfTheQuarter(PeriodState state, string? contributor, string? lead, string? chief)
    {
        var (partnership, plan) = await MakeAsync();
        await portal.Data.CreateUpdateToReadAsync(partnership, plan, plan.ProjectIds[0], UpdateState.SentBack, "a", u => u.ReviewComment = "Say more");
        await portal.Data.CreateUpdateToReadAsync(partnership, plan, plan.ProjectIds[1], UpdateState.Submitted, "b");
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            var period = (await database.ReportingPeriods.FindAsync(partnership.Id, plan.PeriodId))!;
            (period.OpensOn, period.DueOn, period.MeetingOn) = (AsAt.AddDays(5), AsAt.AddDays(30), null);
            while (period.State != state)
            {
                period.Become(period.State + 1);
            }

            return true;
        });

        foreach (var (person, task) in new[] { (partnership.Contributor, contributor), (partnership.Lead, lead), (partnership.Chief, chief) })
        {
            var tasks = (await HomeAsync(partnership, person)).Document.QuerySelectorAll(".p-task__title").Select(t => t.TextContent).ToList();
            var quarters = tasks.Where(t => new[] { contributor, lead, chief }.Contains(t));
            Assert.Equal(task is null ? [] : [task], quarters);
        }
    }

    [Fact]
    public async Task Get_OneCommandWithManyChanges_IsOneLineAndTwoCommandsAreTwice()
    {
        var (partnership, plan) = await MakeAsync();
        foreach (var impact in new[] { "First", "Second" })
        {
            await portal.Data.RunAsync(partnership.Id, async (database, services) =>
            {
                var origin = (Web.Data.Interceptors.ChangeOrigin)services.GetService(typeof(Web.Data.Interceptors.ChangeOrigin))!;
                (origin.UserId, origin.Command) = (partnership.Lead.Id, "EditProject");
                var project = (await database.Projects.FindAsync(partnership.Id, plan.ProjectIds[0]))!;
                project.Impact = impact;
                database.RemoveRange(await database.ProjectLeads.Where(l => l.ProjectId == project.Id).ToListAsync());
                database.Add(new DeadlineSlip { ProjectId = project.Id, From = project.Deadline, To = project.Deadline, Reason = impact, At = DateTimeOffset.UtcNow });
                return true;
            });
            var events = (await HomeAsync(partnership, partnership.Chief)).Text;
            Assert.Equal(impact == "Second", events.Contains("edited a project, twice: 1.1 Project 1", StringComparison.Ordinal));
            Assert.Equal(impact == "First", events.Contains("edited a project: 1.1 Project 1", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Get_AsSomeoneWhoReadsTheAudit_SaysWhoDidWhat()
    {
        var (partnership, plan) = await MakeAsync();
        await portal.Data.RunAsync(partnership.Id, async (database, services) =>
        {
            var origin = (Web.Data.Interceptors.ChangeOrigin)services.GetService(typeof(Web.Data.Interceptors.ChangeOrigin))!;
            (origin.UserId, origin.Command) = (partnership.Lead.Id, "EditProject");
            (await database.Projects.FindAsync(partnership.Id, plan.ProjectIds[0]))!.Impact = "New";
            return true;
        });
        var page = await HomeAsync(partnership, partnership.Chief);
        Assert.Contains("edited a project: 1.1 Project 1", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AsSomeoneWhoReadsTheAudit_ShowsAnImportOnceWithItsFile()
    {
        var (partnership, plan) = await MakeAsync();
        await portal.Data.RunAsync(partnership.Id, async (database, services) =>
        {
            var origin = (Web.Data.Interceptors.ChangeOrigin)services.GetService(typeof(Web.Data.Interceptors.ChangeOrigin))!;
            (origin.UserId, origin.Command) = (partnership.Lead.Id, "BringInPlan");
            database.Add(new PlanImport { Id = Guid.CreateVersion7(), FileName = "plan.csv", Sha256 = new string('a', 64), At = DateTimeOffset.UtcNow, ByUserId = partnership.Lead.Id });
            foreach (var id in plan.ProjectIds)
            {
                (await database.Projects.FindAsync(partnership.Id, id))!.Impact = "From the file";
            }

            return true;
        });
        var page = await HomeAsync(partnership, partnership.Chief);
        Assert.Contains("imported the plan from plan.csv", page.Text, StringComparison.Ordinal);
        Assert.Single(page.Text.Split("imported the plan")[1..]);
    }

    [Fact]
    public async Task Get_Root_WithoutAPartnership_IsStillThePlatforms()
    {
        var (partnership, _) = await MakeAsync();
        Assert.Equal($"/{partnership.Slug}", (await portal.ClientFor(partnership.Lead).GetPageAsync("/")).Location);
        Assert.Equal("/account/sign-in", (await portal.ClientFor(null).GetPageAsync("/")).Location);
    }

    private async Task<(TestPartnership Partnership, TestPlan Plan)> MakeAsync(int projects = 2)
    {
        var partnership = await portal.Data.CreatePartnershipAsync(p => p.AsAt = AsAt);
        return (partnership, await portal.Data.CreatePlanAsync(partnership, projects));
    }

    private async Task<TestPage> HomeAsync(TestPartnership partnership, TestPerson person) =>
        (await portal.ClientFor(person).GetPageAsync($"/{partnership.Slug}")).ShouldBeOk();
}
