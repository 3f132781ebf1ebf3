using System.Net;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Plans;

/// <summary>What projects and inspections hold is put in order as the plan is: the same buttons, the same answers.</summary>
public sealed class ArrangeWithinTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Post_MoveWithinAProject_KeepsCategoriesApartAndReturnsToTheButton()
    {
        var (here, plan) = await MakeAsync();
        var path = $"/{here.Slug}/projects/{plan.ProjectIds[0]}/arrange";
        var client = portal.ClientFor(here.Lead);
        var page = (await client.GetPageAsync(path)).ShouldBeOk();
        Assert.Equal(["Sub-actions: Financial", "Sub-actions", "Measures"], page.Document.QuerySelectorAll("main h2").Select(h => h.TextContent));

        foreach (var (kind, name) in new[] { ("subaction", "Third"), ("subaction", "Pay later"), ("measure", "Second measure") })
        {
            var button = page.Document.QuerySelectorAll($"button[id^={kind}-][id$=-up]").First(b => b.TextContent.Contains(name, StringComparison.Ordinal));
            var moved = await page.SubmitAsync("form.p-arrange", ("Move", button.GetAttribute("value")));
            Assert.Equal(HttpStatusCode.Redirect, moved.Status);
            Assert.StartsWith($"{path}?at={kind}-", moved.Location, StringComparison.Ordinal);
            page = await client.FollowAsync(moved);
            Assert.Single(page.Document.QuerySelectorAll("[autofocus]"));
        }

        var (steps, measures) = await portal.Data.InTenantAsync(here.Id, async database => (
            await database.SubActions.Where(s => s.ProjectId == plan.ProjectIds[0]).OrderBy(s => s.Position).Select(s => s.Text).ToListAsync(),
            await database.Measures.Where(m => m.ProjectId == plan.ProjectIds[0]).OrderBy(m => m.Position).Select(m => m.Title).ToListAsync()));
        Assert.Equal([$"Step {here.Canary}", "Pay later", "Pay first", "Third", "Second"], steps);
        Assert.Equal("Second measure", measures[0]);
        Assert.Contains("Change the order", (await client.GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_MoveWithinAnInspection_LeavesNumbersOfRecommendationsAndNumbersStrengthsByPlace()
    {
        var (here, plan) = await MakeAsync();
        var path = $"/{here.Slug}/inspections/{plan.InspectionId}/arrange";
        var client = portal.ClientFor(here.Lead);
        var page = (await client.GetPageAsync(path)).ShouldBeOk();
        foreach (var name in new[] { "2. Second finding", "Second strength" })
        {
            var button = page.Document.QuerySelectorAll("button[id$=-up]").First(b => b.TextContent.Contains(name, StringComparison.Ordinal));
            page = await client.FollowAsync(await page.SubmitAsync("form.p-arrange", ("Move", button.GetAttribute("value"))));
            Assert.Contains("moved to 1 of 2", page.Text, StringComparison.Ordinal);
        }

        var (recommendations, strengths) = await portal.Data.InTenantAsync(here.Id, async database => (
            await database.Recommendations.OrderBy(r => r.Position).Select(r => r.Number).ToListAsync(),
            await database.KeyStrengths.OrderBy(s => s.Number).Select(s => s.Number + s.Text).ToListAsync()));
        Assert.Equal(["2", "1"], recommendations);
        Assert.Equal(["1Second strength", $"2Strength {here.Canary}"], strengths);
    }

    [Fact]
    public async Task Post_WhatBelongsElsewhere_MovesNothing()
    {
        var (here, plan) = await MakeAsync();
        var (_, foreign) = await MakeAsync();
        var page = (await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}/arrange")).ShouldBeOk();
        foreach (var (move, expected) in new (string?, HttpStatusCode)[]
        {
            ($"subaction:{foreign.SubActionIds[0]}:down:{plan.SubActionIds[0]}", HttpStatusCode.NotFound),
            ($"subaction:{plan.SubActionIds[1]}:down:{plan.SubActionIds[0]}", HttpStatusCode.NotFound),
            ($"recommendation:{plan.RecommendationId}:down:{plan.SubActionIds[0]}", HttpStatusCode.NotFound),
            ($"project:{plan.ProjectIds[0]}:down:{plan.ProjectIds[1]}", HttpStatusCode.NotFound),
            ($"subaction:{plan.SubActionIds[0]}:down:{foreign.SubActionIds[0]}", HttpStatusCode.Conflict),
            ("strength:x:up:y", HttpStatusCode.UnprocessableEntity), (null, HttpStatusCode.UnprocessableEntity),
        })
        {
            var answer = await page.SubmitAsync("form.p-arrange", ("Move", move));
            Assert.True(answer.Status == expected, $"{move}: {answer.Status}");
        }

        foreach (var person in new[] { here.Contributor, here.Chief, here.Reader })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await portal.ClientFor(person).GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}/arrange")).Status);
            Assert.DoesNotContain("Change the order", (await portal.ClientFor(person).GetPageAsync($"/{here.Slug}/inspections/{plan.InspectionId}")).Text, StringComparison.Ordinal);
        }
    }

    private async Task<(TestPartnership Here, TestPlan Plan)> MakeAsync()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here, 2);
        await portal.Data.InTenantAsync(here.Id, database =>
        {
            database.AddRange(
                new SubAction { ProjectId = plan.ProjectIds[0], Text = "Pay first", Position = 1, Category = SubActionCategory.Financial },
                new SubAction { ProjectId = plan.ProjectIds[0], Text = "Pay later", Position = 2, Category = SubActionCategory.Financial },
                new SubAction { ProjectId = plan.ProjectIds[0], Text = "Second", Position = 3 },
                new SubAction { ProjectId = plan.ProjectIds[0], Text = "Third", Position = 4 },
                new Measure { PlanId = plan.Id, ProjectId = plan.ProjectIds[0], Title = "Second measure", Position = 1 },
                new Recommendation { InspectionId = plan.InspectionId, Number = "2", Text = "Second finding", Position = 1 },
                new KeyStrength { InspectionId = plan.InspectionId, Number = 2, Text = "Second strength" });
            return Task.FromResult(true);
        });
        return (here, plan);
    }
}
