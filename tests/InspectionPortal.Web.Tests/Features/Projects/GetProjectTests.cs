using System.Net;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;

namespace InspectionPortal.Web.Tests.Features.Projects;

public sealed class GetProjectTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Get_AsLead_ShowsEverythingTheProjectHolds()
    {
        var (partnership, plan) = await MakeAsync();
        var id = plan.ProjectIds[0];
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            var project = (await database.Projects.FindAsync(partnership.Id, id))!;
            (project.Rag, project.RagAcceptedAt) = ("on-track", new DateTimeOffset(2020, 7, 20, 12, 0, 0, TimeSpan.Zero));
            (project.Difference, project.Success, project.Impact, project.ExternalReference) = ("What differs", "How seen", "For children", "See LOIP 5.1");
            project.Source = new("Row 3", "unclear in source: cut off", true);
            project.Slips.Add(new DeadlineSlip { From = DeadlineParser.Parse("December 2019"), To = project.Deadline, Reason = "Covid", At = DateTimeOffset.UtcNow });
            var with = new LeadResponsibility { Name = "Other post" };
            project.Leads.Add(new ProjectLead { LeadResponsibility = with, Kind = LeadKind.With, Position = 1 });
            database.Add(new DataPoint { MeasureId = plan.MeasureIds[0], ValueText = "47%", ChangeText = "-4%", Position = 9 });
            return true;
        });
        var page = await PageAsync(partnership, partnership.Lead, id);
        foreach (var words in new[]
        {
            "1.1 · Aim 1", "Rating, accepted 20 July 2020", "On track", "Off track", "Why they differ", "passed 27 days ago", "The rating given is on track",
            $"Post {partnership.Canary} with Other post", "27 days late", "1 deadline change: December 2019 to 30 September 2020", "Covid", "Recommendation 1, our own view",
            "Status: in progress", "Project aim", "What differs", "How seen", "For children", "See LOIP 5.1", "Row 3", "cut off", "50%", "46%", "No date stated", "-4%",
            $"Step {partnership.Canary}", "Before the portal", "Jan 20", "open, no update received yet",
        })
        {
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
        }

        Assert.Equal("CSW", page.Find(".p-said dt abbr").TextContent);
        Assert.Equal($"/{partnership.Slug}/projects/{id}/update", page.Find(".p-head__action .govuk-button").GetAttribute("href"));
        Assert.Contains($"/projects/{id}/edit", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ByRole_OffersOnlyWhatIsAllowed()
    {
        var (partnership, plan) = await MakeAsync();
        await portal.Data.InTenantAsync(partnership.Id, database =>
        {
            database.RemoveRange(database.ProjectLeads.Where(l => l.ProjectId == plan.ProjectIds[1]));
            return Task.FromResult(true);
        });
        foreach (var (person, project, update, edit) in new[]
        {
            (partnership.Lead, 0, true, true), (partnership.Contributor, 0, true, false), (partnership.Contributor, 1, false, false),
            (partnership.Chief, 0, false, false), (partnership.Reader, 0, false, false),
        })
        {
            var page = await PageAsync(partnership, person, plan.ProjectIds[project]);
            Assert.Equal(update, page.Html.Contains("/update\"", StringComparison.Ordinal));
            Assert.Equal(edit, page.Document.QuerySelector("a[href$='/edit']:not([href*='/tests-of-change/'])") is not null);
            Assert.Equal(update, page.Document.QuerySelector("a[href*='/tests-of-change/']") is not null);
        }
    }

    [Fact]
    public async Task Get_BareProject_SaysWhatIsMissing()
    {
        var (partnership, plan) = await MakeAsync();
        var id = await portal.Data.InTenantAsync(partnership.Id, database =>
            Task.FromResult(database.Add(new ImprovementProject { AimId = plan.AimId, Number = "9", Title = "Bare" }).Entity.Id));
        var page = await PageAsync(partnership, partnership.Reader, id);
        foreach (var words in new[] { "No lead", "None given", "Not rated", "has no deadline for this", "No recommendation linked yet", "No measures yet" })
        {
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("What will make the difference", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_NoActionNeeded_SaysWhyAndAsksForNothing()
    {
        var (partnership, plan) = await MakeAsync();
        var id = await portal.Data.InTenantAsync(partnership.Id, database => Task.FromResult(
            database.Add(new ImprovementProject { AimId = plan.AimId, Number = "9", Title = "None", NoActionNeededReason = "Nothing was found" }).Entity.Id));
        var page = await PageAsync(partnership, partnership.Lead, id);
        Assert.Contains("No action needed: Nothing was found", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/update\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Not rated", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AsLinkOfficer_HoldsNothingUnacceptedOrUnreleased()
    {
        var (partnership, plan) = await MakeAsync();
        var (first, second) = (plan.ProjectIds[0], plan.ProjectIds[1]);
        await portal.Data.CreateUpdateToReadAsync(partnership, plan, first, UpdateState.Submitted, "SECRET-entry", u => (u.HelpNeeded, u.RagProposed) = ("SECRET-help", "off-track"));
        await portal.Data.CreateUpdateToReadAsync(partnership, plan, second, UpdateState.Accepted, "Accepted words", u =>
            (u.HelpNeeded, u.ReviewComment, u.RagProposed, u.RagAccepted, u.RagChangedReason, u.SlipReason) = ("SECRET-help", "SECRET-comment", "off-track", "at-risk", "SECRET-reason", "Slipped by winter"));
        foreach (var id in new[] { first, second })
        {
            await portal.Data.CreateNoteAsync(partnership, id, "SECRET-evidence", released: false);
            await portal.Data.CreateNoteAsync(partnership, id, "Shown evidence", released: true);
        }

        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan);
        foreach (var id in new[] { first, second })
        {
            var page = await PageAsync(partnership, officer.Person, id);
            Assert.DoesNotContain("SECRET", page.Html, StringComparison.Ordinal);
            Assert.Contains("Shown evidence", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("off track", page.Find(".p-quarter").TextContent, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("/edit\"", page.Html, StringComparison.Ordinal);
            Assert.Equal(id == second, page.Text.Contains("Accepted words", StringComparison.Ordinal));
            Assert.Equal(id == second, page.Text.Contains("Slipped by winter", StringComparison.Ordinal));
        }

        var member = await PageAsync(partnership, partnership.Reader, second);
        Assert.Contains("SECRET-help", member.Text, StringComparison.Ordinal);
        Assert.Contains("proposed as off track", member.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET-comment", member.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(UpdateState.Draft)]
    [InlineData(UpdateState.SentBack)]
    public async Task Get_UpdateStillBeingWritten_IsNotShown(UpdateState state)
    {
        var (partnership, plan) = await MakeAsync();
        await portal.Data.CreateUpdateToReadAsync(partnership, plan, plan.ProjectIds[0], state, "SECRET-entry", u => u.HelpNeeded = "SECRET-help");
        Assert.DoesNotContain("SECRET", (await PageAsync(partnership, partnership.Chief, plan.ProjectIds[0])).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_UnknownOrAnotherPartnerships_IsNotFound()
    {
        var (partnership, _) = await MakeAsync();
        var (_, other) = await MakeAsync();
        var client = portal.ClientFor(partnership.Lead);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/{partnership.Slug}/projects/{Guid.NewGuid()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/{partnership.Slug}/projects/{other.ProjectIds[0]}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/{partnership.Slug}/projects/x")).Status);
    }

    private async Task<(TestPartnership Partnership, TestPlan Plan)> MakeAsync()
    {
        var partnership = await portal.Data.CreatePartnershipAsync(p => p.AsAt = new DateOnly(2020, 10, 27));
        return (partnership, await portal.Data.CreatePlanAsync(partnership));
    }

    private async Task<TestPage> PageAsync(TestPartnership partnership, TestPerson person, Guid id) =>
        (await portal.ClientFor(person).GetPageAsync($"/{partnership.Slug}/projects/{id}")).ShouldBeOk();
}
