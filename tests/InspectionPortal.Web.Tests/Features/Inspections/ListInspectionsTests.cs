using System.Net;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;

namespace InspectionPortal.Web.Tests.Features.Inspections;

public sealed class ListInspectionsTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Get_ListAndOne_ShowWhatWasFound()
    {
        var (partnership, plan) = await MakeAsync();
        var parent = await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            (await database.Projects.FindAsync(partnership.Id, plan.ProjectIds[1]))!.Rag = "at-risk";
            (await database.Recommendations.FindAsync(partnership.Id, plan.RecommendationId))!.IsReworded = true;
            database.Add(new Recommendation { InspectionId = plan.InspectionId, Number = "2", Position = 1, Text = "Unanswered" });
            var grading = new Grading { InspectionId = plan.InspectionId, Title = "Looked after", Grade = "weak", Scale = "six points", Position = 1 };
            database.Add(grading);
            database.Add(new Grading { InspectionId = plan.InspectionId, Parent = grading, Title = "Adoption", Grade = "good", Position = 2 });
            return grading.Id;
        });
        Assert.NotEqual(Guid.Empty, parent);
        await portal.Data.CreateNoteAsync(partnership, plan.ProjectIds[0], "Kept", released: false);
        await portal.Data.CreateNoteAsync(partnership, plan.ProjectIds[0], "Released", released: true);
        var list = await PageAsync(partnership, partnership.Reader, "inspections");
        Assert.Contains($"Inspection {partnership.Canary} Care Inspectorate 3 September 2019", list.Text, StringComparison.Ordinal);
        var page = await PageAsync(partnership, partnership.Reader, $"inspections/{plan.InspectionId}");
        foreach (var words in new[]
        {
            $"Question {partnership.Canary}", $"Grading {partnership.Canary}", "good", $"Strength {partnership.Canary}", $"Recommendation {partnership.Canary}",
            "Reworded for this demonstration", "1 with no linked work", "At risk", "– Adoption", "Scale: six points", "Published on 3 September 2019",
        })
        {
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
        }

        Assert.Equal("2", page.Find($"a[href$='#evidence']").FirstChild!.TextContent);
        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan);
        var seen = await PageAsync(partnership, officer.Person, $"inspections/{plan.InspectionId}");
        Assert.Equal("1", seen.Find($"a[href$='#evidence']").FirstChild!.TextContent);
    }

    [Fact]
    public async Task Get_Recommendations_CountsWorkAndShowsThoseWithoutAny()
    {
        var (partnership, plan) = await MakeAsync();
        var uncovered = await portal.Data.InTenantAsync(partnership.Id, database =>
            Task.FromResult(database.Add(new Recommendation { Number = "7", Text = "Own priority", Kind = RecommendationKind.OwnPriority }).Entity.Id));
        var all = await PageAsync(partnership, partnership.Reader, "recommendations");
        Assert.Equal("2", all.Find($"a[href='/{partnership.Slug}/recommendations/{plan.RecommendationId}#work']").FirstChild!.TextContent);
        Assert.Contains("The partnership’s own priorities", all.Text, StringComparison.Ordinal);
        var none = await PageAsync(partnership, partnership.Reader, "recommendations?cover=none");
        Assert.NotNull(none.Document.QuerySelector($"a[href='/{partnership.Slug}/recommendations/{uncovered}']"));
        Assert.Null(none.Document.QuerySelector($"a[href='/{partnership.Slug}/recommendations/{plan.RecommendationId}']"));
        Assert.Contains("1 of 2 recommendations", none.Text, StringComparison.Ordinal);
        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan);
        var seen = await PageAsync(partnership, officer.Person, "recommendations");
        Assert.DoesNotContain("Own priority", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Recommendation_ShowsItsWordsWorkEvidenceAndAcceptedUpdates()
    {
        var (partnership, plan) = await MakeAsync();
        await portal.Data.CreateUpdateToReadAsync(partnership, plan, plan.ProjectIds[0], UpdateState.Accepted, "Accepted words");
        await portal.Data.CreateUpdateToReadAsync(partnership, plan, plan.ProjectIds[1], UpdateState.Submitted, "SECRET-entry");
        await portal.Data.CreateNoteAsync(partnership, plan.ProjectIds[0], "SECRET-evidence", released: false);
        await portal.Data.CreateNoteAsync(partnership, plan.ProjectIds[0], "Shown evidence", released: true);
        var page = await PageAsync(partnership, partnership.Reader, $"recommendations/{plan.RecommendationId}");
        foreach (var words in new[] { "Recommendation 1", $"Recommendation {partnership.Canary}", $"Project 1 {partnership.Canary}", "27 days late", "Accepted words", "Our own view", "Shown evidence", "SECRET-evidence" })
        {
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
        }

        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan);
        var seen = await PageAsync(partnership, officer.Person, $"recommendations/{plan.RecommendationId}");
        Assert.DoesNotContain("SECRET", seen.Html, StringComparison.Ordinal);
        Assert.Contains("Accepted words", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AsLinkOfficer_AnotherPlansAnswers_AreNotShown()
    {
        var (partnership, plan) = await MakeAsync();
        var other = await portal.Data.InTenantAsync(partnership.Id, database =>
        {
            var aim = new StretchAim { Plan = new Plan { Title = "Another plan" }, Number = "SECRET-aim", Statement = "SECRET-statement" };
            var driver = new KeyDriver { Aim = aim, Text = "SECRET-driver" };
            var project = new ImprovementProject { Aim = aim, Driver = driver, Number = "SECRET-9", Title = "SECRET-project" };
            var measure = new Measure { Plan = aim.Plan, Project = project, Title = "SECRET-measure" };
            database.AddRange(
                new RecommendationLink { RecommendationId = plan.RecommendationId, Driver = driver },
                new RecommendationLink { RecommendationId = plan.RecommendationId, Project = project },
                new RecommendationLink { RecommendationId = plan.RecommendationId, Measure = measure });
            return Task.FromResult(project.Id);
        });
        await portal.Data.CreateNoteAsync(partnership, other, "SECRET-evidence", released: true);
        var member = await PageAsync(partnership, partnership.Reader, $"recommendations/{plan.RecommendationId}");
        Assert.All(new[] { "SECRET-driver", "SECRET-project", "SECRET-measure", "SECRET-evidence" }, words => Assert.Contains(words, member.Text, StringComparison.Ordinal));

        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan);
        foreach (var path in new[] { "", "recommendations", $"recommendations/{plan.RecommendationId}", $"inspections/{plan.InspectionId}", $"plans/{plan.Id}?recommendation={plan.RecommendationId}", $"measures?recommendation={plan.RecommendationId}", $"evidence?recommendation={plan.RecommendationId}", $"plans/{plan.Id}/coverage" })
        {
            Assert.DoesNotContain("SECRET", (await PageAsync(partnership, officer.Person, path)).Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_Empty_SaysHowToBegin()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        Assert.Contains("No inspections yet", (await PageAsync(partnership, partnership.Lead, "inspections")).Text, StringComparison.Ordinal);
        Assert.Contains("No recommendations yet", (await PageAsync(partnership, partnership.Lead, "recommendations")).Text, StringComparison.Ordinal);
        foreach (var path in new[] { "inspections", "recommendations" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(partnership.Lead).GetPageAsync($"/{partnership.Slug}/{path}/{Guid.NewGuid()}")).Status);
        }
    }

    private async Task<(TestPartnership Partnership, TestPlan Plan)> MakeAsync()
    {
        var partnership = await portal.Data.CreatePartnershipAsync(p => p.AsAt = new DateOnly(2020, 10, 27));
        return (partnership, await portal.Data.CreatePlanAsync(partnership));
    }

    private async Task<TestPage> PageAsync(TestPartnership partnership, TestPerson person, string path) =>
        (await portal.ClientFor(person).GetPageAsync($"/{partnership.Slug}/{path}")).ShouldBeOk();
}
