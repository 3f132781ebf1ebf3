using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Testing;
using InspectionPortal.Web.Features.Updates;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Updates;

public sealed class ListUpdatesTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task GetMine_ManyItems_OneOpenTheRestAsRows()
    {
        var (partnership, _) = await MakeAsync(14);

        var page = (await portal.ClientFor(partnership.Contributor).GetPageAsync($"/{partnership.Slug}/updates/mine")).ShouldBeOk();

        Assert.Single(page.Document.QuerySelectorAll("form.p-update"));
        var rows = page.Document.QuerySelectorAll(".p-answered button[form][formaction]");
        Assert.Equal(13, rows.Length);
        Assert.All(rows, r => Assert.Equal(page.Find("form.p-update").Id, r.GetAttribute("form")));
        var sent = await page.SubmitToAsync("form.p-update", rows[^1].GetAttribute("formaction")!);
        var last = (await portal.ClientFor(partnership.Contributor).GetPageAsync(sent.Location!.Split('#')[0])).ShouldBeOk();
        Assert.StartsWith("1.14 Project 14", last.Find("form.p-update h3").TextContent, StringComparison.Ordinal);
        Assert.Equal(13, last.Document.QuerySelectorAll(".p-answered button[form][formaction]").Length);
        Assert.Contains("0 of 14 updates", page.Text, StringComparison.Ordinal);
        Assert.Single(page.Document.QuerySelectorAll("main .govuk-button:not(.govuk-button--secondary)"));
        var ids = page.Document.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task GetMine_SomebodyElsesItems_NotShown()
    {
        var (partnership, plan) = await MakeAsync(2);
        await portal.Data.InTenantAsync(partnership.Id, async d =>
        {
            var lead = await d.ProjectLeads.FirstAsync(l => l.ProjectId == plan.ProjectIds[1]);
            lead.LeadResponsibility = new LeadResponsibility { Name = "Another post" };
            d.Add(lead.LeadResponsibility);
            return true;
        });

        var page = await portal.ClientFor(partnership.Contributor).GetPageAsync($"/{partnership.Slug}/updates/mine");

        Assert.Contains("Project 1", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Project 2", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LeadKind.With)]
    [InlineData(LeadKind.InConsultationWith)]
    public async Task GetMine_AnyKindOfLead_Shown(LeadKind kind)
    {
        var (partnership, plan) = await MakeAsync(1);
        await portal.Data.InTenantAsync(partnership.Id, async d => (await d.ProjectLeads.FirstAsync()).Kind = kind);

        var page = await portal.ClientFor(partnership.Contributor).GetPageAsync($"/{partnership.Slug}/updates/mine");

        Assert.Single(page.Document.QuerySelectorAll($"form[action*='{plan.ProjectIds[0]}']"));
    }

    [Fact]
    public async Task GetMine_NothingOpen_SaysWhatComesNext()
    {
        var (partnership, plan) = await MakeAsync(2);
        await portal.Data.MovePeriodAsync(partnership, plan.PeriodId, PeriodState.WithLead);

        var page = (await portal.ClientFor(partnership.Contributor).GetPageAsync($"/{partnership.Slug}/updates/mine")).ShouldBeOk();

        Assert.Contains("No period is open for updates", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetMine_NoResponsibility_NamesWhomToAsk()
    {
        var (partnership, _) = await MakeAsync(2);

        var page = (await portal.ClientFor(partnership.Chief).GetPageAsync($"/{partnership.Slug}/updates/mine")).ShouldBeOk();

        Assert.Contains($"Ask {partnership.Lead.Email.Split('@')[0]}", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetMine_LastQuarterAccepted_ShownBesideTheForm()
    {
        var (partnership, plan) = await MakeAsync(1);
        await portal.Data.InTenantAsync(partnership.Id, d =>
        {
            var before = new ReportingPeriod { PlanId = plan.Id, Title = "April to June 2020", From = new(2020, 4, 1), To = new(2020, 6, 30) };
            foreach (var step in new[] { PeriodState.WithLead, PeriodState.Submitted, PeriodState.Approved })
            {
                before.Become(step);
            }

            var update = new ProgressUpdate
            {
                Period = before,
                ProjectId = plan.ProjectIds[0],
                State = UpdateState.Accepted,
                RagProposed = "on-track",
                RagAccepted = "at-risk",
                HelpNeeded = "A room",
                ReviewedAt = new DateTimeOffset(2020, 7, 10, 9, 0, 0, TimeSpan.Zero),
            };
            update.Entries.Add(new UpdateEntry { ProjectId = plan.ProjectIds[0], Text = "Words of last quarter" });
            d.AddRange(before, update);
            return Task.FromResult(true);
        });

        var page = await portal.ClientFor(partnership.Contributor).GetPageAsync($"/{partnership.Slug}/updates/mine");

        var text = string.Join(' ', page.Find(".p-update__before").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("At risk", text, StringComparison.Ordinal);
        Assert.Contains("Words of last quarter", text, StringComparison.Ordinal);
        Assert.Contains("April to June 2020, accepted 10 July 2020", text, StringComparison.Ordinal);
        Assert.Contains("A room", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Before the portal", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetMine_TwoPeriodsAtOnce_BothAsked()
    {
        var (partnership, plan) = await MakeAsync(1);
        await portal.Data.InTenantAsync(partnership.Id, d => Task.FromResult(d.Add(new ReportingPeriod
        {
            PlanId = plan.Id,
            Title = "October to December 2020",
            From = new(2020, 10, 1),
            To = new(2020, 12, 31),
            DueOn = new(2021, 1, 30),
        })));

        var page = await portal.ClientFor(partnership.Contributor).GetPageAsync($"/{partnership.Slug}/updates/mine");

        var open = Assert.Single(page.Document.QuerySelectorAll("form.p-update"));
        Assert.Contains($"period={plan.PeriodId}", open.GetAttribute("action"), StringComparison.Ordinal);
        var other = Assert.Single(page.Document.QuerySelectorAll(".p-answered a[href*='/updates/mine?period=']")).GetAttribute("href")!;
        var next = await portal.ClientFor(partnership.Contributor).GetPageAsync(other.Split('#')[0]);
        Assert.DoesNotContain($"period={plan.PeriodId}", Assert.Single(next.Document.QuerySelectorAll("form.p-update")).GetAttribute("action"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetList_EachStanding_CountedAndFiltered()
    {
        var (partnership, plan) = await MakeAsync(6);
        await portal.Data.CreateUpdateAsync(partnership, plan, plan.ProjectIds[0], UpdateState.Submitted, "at-risk");
        await portal.Data.CreateUpdateAsync(partnership, plan, plan.ProjectIds[1], UpdateState.SentBack);
        await portal.Data.CreateUpdateAsync(partnership, plan, plan.ProjectIds[2], UpdateState.Draft);
        await portal.Data.CreateUpdateAsync(partnership, plan, plan.ProjectIds[3], UpdateState.Accepted, change: u => u.RagAccepted = "off-track");
        var client = portal.ClientFor(partnership.Lead);

        var page = (await client.GetPageAsync($"/{partnership.Slug}/updates")).ShouldBeOk();

        Assert.Contains("2 of 6 answered. 1 to review.", page.Text, StringComparison.Ordinal);
        foreach (var words in new[] { "To review 1", "Sent back 1", "Draft started 1", "Accepted 1", "Not started 2" })
        {
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
        }

        var filtered = (await client.GetPageAsync(page.Find("a.p-choice[href*='show=SentBack']").GetAttribute("href")!)).ShouldBeOk();
        Assert.Equal(["1.2"], filtered.Document.QuerySelectorAll("td.p-no").Select(c => c.TextContent));
    }

    [Fact]
    public async Task GetList_RatedWellButLate_First()
    {
        var (partnership, plan) = await MakeAsync(2);
        await portal.Data.CreateUpdateAsync(partnership, plan, plan.ProjectIds[1], UpdateState.Submitted, change: u => u.Status = ProjectStatus.InProgress);

        var page = await portal.ClientFor(partnership.Lead).GetPageAsync($"/{partnership.Slug}/updates");

        Assert.Equal("Ratings that do not match the dates or figures", page.Find("main h2").TextContent);
        Assert.Contains("27 days late", page.Find(".p-task").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetList_PastDue_Late()
    {
        var (partnership, _) = await MakeAsync(2, new DateOnly(2020, 10, 31));

        var page = await portal.ClientFor(partnership.Lead).GetPageAsync($"/{partnership.Slug}/updates");

        Assert.Contains("Late, no update received 2", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetList_Holders_NamedOrMissing()
    {
        var (partnership, plan) = await MakeAsync(2);
        var client = portal.ClientFor(partnership.Lead);
        Assert.Contains(
            $"Assigned to {partnership.Contributor.Email.Split('@')[0]}", (await client.GetPageAsync($"/{partnership.Slug}/updates")).Text, StringComparison.Ordinal);

        await portal.Data.EndResponsibilityAsync(partnership, plan, new DateOnly(2020, 2, 1));
        var page = await client.GetPageAsync($"/{partnership.Slug}/updates");

        Assert.Contains("No one assigned", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($"a[href='/{partnership.Slug}/people/responsibilities']"));
    }

    [Fact]
    public async Task GetList_WithLead_NextStepIsToSubmit()
    {
        var (partnership, plan) = await MakeAsync(1);
        await portal.Data.MovePeriodAsync(partnership, plan.PeriodId, PeriodState.WithLead);

        var page = await portal.ClientFor(partnership.Lead).GetPageAsync($"/{partnership.Slug}/updates");

        Assert.Equal($"/{partnership.Slug}/reports/{plan.PeriodId}/prepare", page.Find("main a.govuk-button").GetAttribute("href"));
    }

    [Fact]
    public async Task GetList_NoPlan_SaysWhereToBegin()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();

        var page = (await portal.ClientFor(partnership.Lead).GetPageAsync($"/{partnership.Slug}/updates")).ShouldBeOk();

        Assert.NotNull(page.Document.QuerySelector($"a[href='/{partnership.Slug}/plans/new']"));
    }

    private async Task<(TestPartnership Partnership, TestPlan Plan)> MakeAsync(int projects, DateOnly? asAt = null)
    {
        var partnership = await portal.Data.CreatePartnershipAsync(p => p.AsAt = asAt ?? new DateOnly(2020, 10, 27));
        return (partnership, await portal.Data.CreatePlanAsync(partnership, projects));
    }
}
