using System.Net;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Plans;

public sealed class ArrangeTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Post_MoveUp_PassesTheNeighbourAndReturnsToTheItem()
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        var page = (await client.GetPageAsync($"{here.PlanPath}/arrange")).ShouldBeOk();
        var id = plan.ProjectIds[2];

        var moved = await PressAsync(page, $"#project-{id}-up");

        Assert.Equal($"{here.PlanPath}/arrange?at=project-{id}-up#project-{id}-up", moved.Location);
        Assert.Equal("1.1 1.3 1.2 1.4", await OrderAsync(here));
        Assert.Equal([0, 1, 2, 3], await PositionsAsync(here));
        var after = await client.FollowAsync(moved);
        Assert.Contains("moved to 2 of 4", after.Text, StringComparison.Ordinal);
        Assert.NotNull(after.Find($"#project-{id}-up").GetAttribute("autofocus"));
        Assert.Single(after.Document.QuerySelectorAll("[autofocus]"));
    }

    [Fact]
    public async Task Post_MoveTwice_HasOneEffectAndAtTheEndTheOtherButtonTakesTheFocus()
    {
        var (here, plan) = await MakeAsync();
        var page = (await portal.ClientFor(here.Lead).GetPageAsync($"{here.PlanPath}/arrange")).ShouldBeOk();

        var first = await PressAsync(page, $"#project-{plan.ProjectIds[1]}-up");
        var second = await PressAsync(page, $"#project-{plan.ProjectIds[1]}-up");

        Assert.Equal((HttpStatusCode.Redirect, first.Location), (second.Status, second.Location));
        Assert.EndsWith($"#project-{plan.ProjectIds[1]}-down", first.Location, StringComparison.Ordinal);
        Assert.Equal("1.2 1.1 1.3 1.4", await OrderAsync(here));
    }

    [Fact]
    public async Task Post_Stale_IsAConflictThatShowsTheOrderAndLosesNothing()
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        var mine = (await client.GetPageAsync($"{here.PlanPath}/arrange")).ShouldBeOk();
        for (var i = 0; i < 2; i++)
        {
            await PressAsync(await client.GetPageAsync($"{here.PlanPath}/arrange"), $"#project-{plan.ProjectIds[0]}-down");
        }

        var stale = await PressAsync(mine, $"#project-{plan.ProjectIds[0]}-down");
        var passed = await PressAsync(mine, $"#project-{plan.ProjectIds[3]}-up");

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("Someone else changed the order, so nothing was moved", stale.Text, StringComparison.Ordinal);
        Assert.NotEmpty(stale.Document.QuerySelectorAll($"#project-{plan.ProjectIds[0]}-down"));
        Assert.Equal(HttpStatusCode.Conflict, passed.Status);
        Assert.Equal("1.2 1.3 1.1 1.4", await OrderAsync(here));
    }

    [Fact]
    public async Task Post_ForeignOrNonsense_MovesNothing()
    {
        var (here, plan) = await MakeAsync();
        var (there, foreign) = await MakeAsync();
        var page = (await portal.ClientFor(here.Lead).GetPageAsync($"{here.PlanPath}/arrange")).ShouldBeOk();

        foreach (var (move, expected) in new (string?, HttpStatusCode)[]
        {
            ($"project:{foreign.ProjectIds[1]}:up:{foreign.ProjectIds[0]}", HttpStatusCode.NotFound),
            ($"project:{Guid.NewGuid()}:up:{plan.ProjectIds[0]}", HttpStatusCode.NotFound),
            ($"project:{plan.ProjectIds[1]}:up:{foreign.ProjectIds[0]}", HttpStatusCode.Conflict),
            ($"project:{plan.ProjectIds[0]}:up:{plan.ProjectIds[0]}", HttpStatusCode.UnprocessableEntity),
            ($"project:{plan.ProjectIds[1]}:sideways:{plan.ProjectIds[0]}", HttpStatusCode.UnprocessableEntity),
            ("nonsense", HttpStatusCode.UnprocessableEntity), (new string(':', 5000), HttpStatusCode.UnprocessableEntity), (null, HttpStatusCode.UnprocessableEntity),
        })
        {
            var answer = await page.SubmitAsync("form.p-arrange", ("Move", move));
            Assert.True(answer.Status == expected, $"{move}: {answer.Status}");
        }

        Assert.Equal("1.1 1.2 1.3 1.4", await OrderAsync(here));
        Assert.Equal("1.1 1.2 1.3 1.4", await OrderAsync(there));
    }

    [Fact]
    public async Task Post_DriversAndAims_MoveAmongTheirOwnOnly()
    {
        var (here, plan) = await MakeAsync();
        var (secondary, second, aim) = await AddPartsAsync(here, plan);
        var client = portal.ClientFor(here.Lead);
        var page = (await client.GetPageAsync($"{here.PlanPath}/arrange")).ShouldBeOk();
        Assert.Empty(page.Document.QuerySelectorAll($"#driver-{secondary}-up, #driver-{secondary}-down"));

        Assert.Equal(HttpStatusCode.Redirect, (await PressAsync(page, $"#driver-{second}-up")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await PressAsync(page, $"#aim-{aim}-up")).Status);

        var (drivers, aims) = await portal.Data.InTenantAsync(here.Id, async database => (
            await database.KeyDrivers.OrderBy(d => d.Position).Select(d => d.Id).ToListAsync(), await database.StretchAims.OrderBy(a => a.Position).Select(a => a.Id).ToListAsync()));
        Assert.Equal([second, secondary, plan.DriverId], drivers);
        Assert.Equal([aim, plan.AimId], aims);
    }

    [Fact]
    public async Task Post_ProjectElsewhere_KeepsNumberLinksMeasuresAndUpdates()
    {
        var (here, plan) = await MakeAsync();
        var (_, _, aim) = await AddPartsAsync(here, plan);
        var client = portal.ClientFor(here.Lead);
        var path = $"/{here.Slug}/projects/{plan.ProjectIds[1]}/place";
        var page = (await client.GetPageAsync(path)).ShouldBeOk();
        Assert.Equal($"driver:{plan.DriverId}", page.Find("option[selected]").GetAttribute("value"));

        var first = await page.SubmitAsync("form.p-form", ("Under", $"aim:{aim}"));
        var second = await page.SubmitAsync("form.p-form", ("Under", $"aim:{aim}"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.Status, second.Status));
        Assert.Contains($"#project-{plan.ProjectIds[1]}-move", first.Location, StringComparison.Ordinal);
        Assert.Contains("moved to 2. Second aim. Its number, links, measures and updates have not changed.", (await client.FollowAsync(first)).Text, StringComparison.Ordinal);
        var project = await portal.Data.InTenantAsync(here.Id, database => database.Projects.Include(p => p.Answers).Include(p => p.Measures).Include(p => p.Entries).Include(p => p.Leads)
            .AsSplitQuery().SingleAsync(p => p.Id == plan.ProjectIds[1]));
        Assert.Equal((aim, null, "1.2", 0), (project.AimId, project.DriverId, project.Number, project.Position));
        Assert.Equal((1, 1, 1, 1), (project.Answers.Count, project.Measures.Count, project.Entries.Count, project.Leads.Count));
        Assert.Equal([0, 1, 2], await PositionsAsync(here, plan.AimId));
    }

    [Fact]
    public async Task Post_DriverElsewhere_TakesItsDriversAndProjects()
    {
        var (here, plan) = await MakeAsync();
        var (secondary, _, aim) = await AddPartsAsync(here, plan);
        await portal.Data.InTenantAsync(here.Id, async database =>
        {
            (await database.Projects.SingleAsync(p => p.Id == plan.ProjectIds[3])).DriverId = secondary;
            return true;
        });
        var client = portal.ClientFor(here.Lead);
        var page = (await client.GetPageAsync($"/{here.Slug}/drivers/{plan.DriverId}/place")).ShouldBeOk();
        Assert.Contains("These move with it: 1 driver under it and 4 projects.", page.Text, StringComparison.Ordinal);
        Assert.All(page.Document.QuerySelectorAll("#Under option").Select(o => o.GetAttribute("value")!), v => Assert.StartsWith("aim:", v, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync("form.p-form", ("Under", $"aim:{aim}"))).Status);

        await portal.Data.InTenantAsync(here.Id, async database =>
        {
            Assert.Equal(2, await database.KeyDrivers.CountAsync(d => d.AimId == aim));
            Assert.Equal(plan.DriverId, (await database.KeyDrivers.SingleAsync(d => d.Id == secondary)).ParentId);
            Assert.Equal(4, await database.Projects.CountAsync(p => p.AimId == aim));
            Assert.Equal(secondary, (await database.Projects.SingleAsync(p => p.Id == plan.ProjectIds[3])).DriverId);
            return true;
        });
        Assert.Equal("1.1 1.2 1.3 1.4", await OrderAsync(here));
        Assert.Equal([0, 1, 2, 3], await PositionsAsync(here, aim));
    }

    [Fact]
    public async Task Post_PlaceThatCannotBe_IsRefused()
    {
        var (here, plan) = await MakeAsync();
        var (there, foreign) = await MakeAsync();
        var (secondary, second, _) = await AddPartsAsync(here, plan);
        var client = portal.ClientFor(here.Lead);
        var driver = (await client.GetPageAsync($"/{here.Slug}/drivers/{plan.DriverId}/place")).ShouldBeOk();
        var project = (await client.GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}/place")).ShouldBeOk();

        foreach (var (page, under, message) in new[]
        {
            (driver, $"driver:{plan.DriverId}", "Choose from the list"), (driver, $"driver:{secondary}", "Choose from the list"),
            (driver, $"driver:{second}", "this driver has other drivers under it"), (driver, $"aim:{foreign.AimId}", "Choose from the list"),
            (driver, $"project:{plan.ProjectIds[0]}", "Choose from the list"), (driver, "", "Choose where to move it"),
            (project, $"driver:{foreign.DriverId}", "Choose from the list"), (project, "aim:nowhere", "Choose from the list"),
        })
        {
            var answer = await page.SubmitAsync("form.p-form", ("Under", under));
            Assert.True(answer.Status == HttpStatusCode.UnprocessableEntity, $"{under}: {answer.Status}");
            Assert.Contains(message, answer.Errors[0], StringComparison.Ordinal);
            Assert.DoesNotContain(there.Canary, answer.Html, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/{here.Slug}/projects/{foreign.ProjectIds[0]}/place")).Status);
        Assert.Equal("1.1 1.2 1.3 1.4", await OrderAsync(here));
    }

    [Fact]
    public async Task Post_PlaceWhereSomeoneChangedItMeanwhile_IsAConflictThatKeepsTheChoice()
    {
        var (here, plan) = await MakeAsync();
        var (_, second, aim) = await AddPartsAsync(here, plan);
        var client = portal.ClientFor(here.Lead);
        var page = (await client.GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}/place")).ShouldBeOk();
        await page.SubmitAsync("form.p-form", ("Under", $"driver:{second}"));

        var stale = await page.SubmitAsync("form.p-form", ("Under", $"aim:{aim}"));

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal($"aim:{aim}", stale.Find("option[selected]").GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Redirect, (await stale.SubmitAsync("form.p-form")).Status);
    }

    [Fact]
    public async Task Get_WithoutPlanOrAimsOrPermission_SaysWhatToDo()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var client = portal.ClientFor(here.Lead);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"{here.PlanPath}/arrange")).Status);
        here.PlanId = await portal.Data.InTenantAsync(here.Id, database => Task.FromResult(database.Add(new Plan { Title = "Bare" }).Entity.Id));
        var path = $"{here.PlanPath}/arrange";
        Assert.Contains("There is nothing to arrange yet", (await client.GetPageAsync(path)).ShouldBeOk().Text, StringComparison.Ordinal);
        Assert.Equal($"{here.PlanPath}/arrange", (await client.GetPageAsync($"{here.PlanPath}/edit")).Find("a[href$='/arrange']").GetAttribute("href"));
        foreach (var person in new[] { here.Contributor, here.Chief, here.Reader })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await portal.ClientFor(person).GetPageAsync(path)).Status);
        }
    }

    private static Task<TestPage> PressAsync(TestPage page, string button) =>
        page.SubmitAsync("form.p-arrange", ("Move", page.Find(button).GetAttribute("value")));

    private Task<string> OrderAsync(TestPartnership here) => portal.Data.InTenantAsync(here.Id, async database =>
        string.Join(' ', await database.Projects.OrderBy(p => p.Position).ThenBy(p => p.Id).Select(p => p.Number).ToListAsync()));

    private Task<List<int>> PositionsAsync(TestPartnership here, Guid? aim = null) => portal.Data.InTenantAsync(here.Id, database =>
        database.Projects.Where(p => aim == null || p.AimId == aim).Select(p => p.Position).OrderBy(p => p).ToListAsync());

    /// <summary>A driver under the plan's own, a second primary driver, and a second aim.</summary>
    private Task<(Guid Secondary, Guid Second, Guid Aim)> AddPartsAsync(TestPartnership here, TestPlan plan) => portal.Data.InTenantAsync(here.Id, database =>
    {
        var secondary = new KeyDriver { AimId = plan.AimId, ParentId = plan.DriverId, Text = "Secondary", Position = 1 };
        var second = new KeyDriver { AimId = plan.AimId, Text = "Second", Position = 2 };
        var aim = new StretchAim { PlanId = plan.Id, Number = "2", Statement = "Second aim", Position = 1 };
        database.AddRange(secondary, second, aim);
        return Task.FromResult((secondary.Id, second.Id, aim.Id));
    });

    private async Task<(TestPartnership Partnership, TestPlan Plan)> MakeAsync()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        return (partnership, await portal.Data.CreatePlanAsync(partnership, 4));
    }
}
