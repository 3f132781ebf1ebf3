using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.People;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Inspections;

/// <summary>A position statement that waits is a task and an e-mail for those who can approve it, and for nobody else.</summary>
public sealed class StatementTaskTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Waiting = "Read and approve the position statement";

    [Fact]
    public async Task Home_CompleteDraft_IsATaskOfTheChiefOfficerUntilItIsApproved()
    {
        var steps = await StatementSteps.MakeAsync(portal);
        var here = steps.Partnership;
        await steps.WriteAsync(here.Contributor);

        foreach (var other in new[] { here.Lead, here.Contributor, here.Reader })
        {
            Assert.DoesNotContain(await TasksAsync(steps, other), t => t.StartsWith(Waiting, StringComparison.Ordinal));
        }

        var home = (await portal.ClientFor(here.Chief).GetPageAsync($"/{here.Slug}")).ShouldBeOk();
        var task = Assert.Single(await TasksAsync(steps, here.Chief), t => t.StartsWith(Waiting, StringComparison.Ordinal));
        Assert.Contains("on recommendation 1", task, StringComparison.Ordinal);
        var id = (await steps.NewestAsync()).Id;
        Assert.NotNull(home.Find($"#tasks a[href$='/statements/{id}/approve']"));
        Assert.Equal($"/statements/{id}/approve", (await NoticesAsync(here)).Single(n => n.UserId == here.Chief.Id).Path);
        Assert.Single(await NoticesAsync(here));

        await steps.ApproveAsync(here.Chief);
        Assert.DoesNotContain(await TasksAsync(steps, here.Chief), t => t.StartsWith(Waiting, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Home_UnfinishedOrOwnDraft_IsNoTaskAndNoEmail()
    {
        var steps = await StatementSteps.MakeAsync(portal);
        var here = steps.Partnership;
        await steps.WriteAsync(here.Contributor, well: null);
        Assert.DoesNotContain(await TasksAsync(steps, here.Chief), t => t.StartsWith(Waiting, StringComparison.Ordinal));
        Assert.Empty(await NoticesAsync(here));

        await (await steps.OpenAsync(here.Chief)).SubmitAsync(StatementSteps.Form, ("HowWell", "Better"));
        Assert.DoesNotContain(await TasksAsync(steps, here.Chief), t => t.StartsWith(Waiting, StringComparison.Ordinal));
        Assert.Empty(await NoticesAsync(here));
    }

    [Fact]
    public async Task Notice_WhenADraftBecomesComplete_GoesOnceToThoseWhoCanApprove()
    {
        var steps = await StatementSteps.MakeAsync(portal);
        var here = steps.Partnership;
        var both = await portal.Data.CreatePersonAsync();
        await portal.Data.AddRoleAsync(here, both, PartnershipRole.ChiefOfficer);
        await portal.Data.AddRoleAsync(here, both, PartnershipRole.PartnershipLead);
        await portal.Data.DelegateAsync(here, here.Chief, here.Reader);
        await steps.WriteAsync(here.Contributor, well: null);

        // Nobody can take the e-mail back, so the change that sends it offers no undo.
        Assert.Empty((await EditAsync(steps, "Better")).Document.QuerySelectorAll(".p-done form"));
        Assert.NotEmpty((await EditAsync(steps, "Much better")).Document.QuerySelectorAll(".p-done form"));

        var told = Assert.Single(await NoticesAsync(here));
        Assert.Equal((here.Chief.Id, NotificationKind.StatementWaits), (told.UserId, told.Kind));
        Assert.Equal("The position statement on recommendation 1 waits for your approval.", told.Text);
        Assert.DoesNotContain(await TasksAsync(steps, both), t => t.StartsWith(Waiting, StringComparison.Ordinal));
        Assert.DoesNotContain(await TasksAsync(steps, here.Reader), t => t.StartsWith(Waiting, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Home_ManyDrafts_AreOneTaskThatLeadsToTheOldest()
    {
        var steps = await StatementSteps.MakeAsync(portal);
        var here = steps.Partnership;
        var oldest = await portal.Data.InTenantAsync(here.Id, database =>
        {
            var statements = Enumerable.Range(0, 4).Select(i =>
            {
                var statement = new PositionStatement
                {
                    Recommendation = new Recommendation
                    {
                        Number = $"2{i}",
                        Text = $"Recommendation {i}",
                        Kind = RecommendationKind.OwnPriority,
                    },
                    HowWell = "Better",
                    AsAt = new DateOnly(2020, 9, 30),
                };
                statement.Write(here.Contributor.Id, DateTimeOffset.UtcNow.AddDays(-i));
                return statement;
            }).ToList();
            database.AddRange(statements);
            return Task.FromResult(statements[^1].Id);
        });

        var home = (await portal.ClientFor(here.Chief).GetPageAsync($"/{here.Slug}")).ShouldBeOk();

        Assert.Single(await TasksAsync(steps, here.Chief), t => t == "Read and approve 4 position statements");
        Assert.NotNull(home.Find($"#tasks a[href$='/statements/{oldest}/approve']"));
    }

    private async Task<TestPage> EditAsync(StatementSteps steps, string well)
    {
        var client = portal.ClientFor(steps.Partnership.Contributor);
        var form = (await client.GetPageAsync($"/{steps.Partnership.Slug}/statements/{(await steps.NewestAsync()).Id}/edit")).ShouldBeOk();
        return await client.FollowAsync(await form.SubmitAsync(StatementSteps.Form, ("HowWell", well)));
    }

    private async Task<List<string>> TasksAsync(StatementSteps steps, TestPerson person) =>
        [.. (await portal.ClientFor(person).GetPageAsync($"/{steps.Partnership.Slug}")).ShouldBeOk().Document
            .QuerySelectorAll(".p-task__title").Select(t => t.TextContent.Trim())];

    private Task<List<Notification>> NoticesAsync(TestPartnership here) => portal.Data.InTenantAsync(here.Id, database =>
        database.Notifications.AsNoTracking().Where(n => n.Kind == NotificationKind.StatementWaits).ToListAsync());
}
