using System.Net;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Tenancy;
using InspectionPortal.Web.Tests.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InspectionPortal.Web.Tests.Features.Scrutiny;

/// <summary>The link officer's own pages, across partnerships.</summary>
public sealed class InspectTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Get_Inspect_ShowsARowForEachGrantedPartnershipAndNoOther()
    {
        var (live, livePlan) = await MadeAsync();
        var (reports, reportsPlan) = await MadeAsync();
        var (closed, closedPlan) = await MadeAsync();
        var officer = await portal.Data.CreateOfficerAsync(live, livePlan, GrantScope.LivePlan);
        await portal.Data.GrantAsync(reports, reportsPlan, officer.BodyId, GrantScope.ApprovedReports);
        await portal.Data.CreateFileAsync(live, livePlan.ProjectIds[0], "Released", released: true);
        await portal.Data.CreateFileAsync(live, livePlan.ProjectIds[0], "Secret", released: false);
        var listed = await portal.Data.CreateFileAsync(reports, reportsPlan.ProjectIds[0], "Listed", released: true);
        await portal.Data.CreateFileAsync(reports, reportsPlan.ProjectIds[0], "Unlisted", released: true);
        await portal.Data.PublishReportAsync(reports, reportsPlan, listed);
        await portal.Data.CreateFileAsync(closed, closedPlan.ProjectIds[0], "Closed", released: true);

        var page = (await portal.ClientFor(officer.Person).GetPageAsync("/inspect")).ShouldBeOk();

        Assert.Equal(["Live plan and reports", "Approved reports only"], Cells(page, live, reports, 0, ".p-quiet"));
        Assert.Equal(["None yet", "July to September 2020 the first report"], Cells(page, live, reports, 1));
        Assert.Equal(["2 Not rated", "1 At risk"], Cells(page, live, reports, 2));
        Assert.Equal(["0", "0"], Cells(page, live, reports, 6));
        Assert.Equal(["1 items", "1 items"], Cells(page, live, reports, 8));
        Assert.Equal(["0", "0"], Cells(page, live, reports, 9));
        Assert.Equal(["30 October 2020 overdue", "No date yet"], Cells(page, live, reports, 10));
        Assert.DoesNotContain(closed.Canary, page.Html, StringComparison.Ordinal);
        foreach (var partnership in new[] { live, reports })
        {
            var entry = Assert.Single(await portal.Data.InTenantAsync(partnership.Id, database => database.AccessEntries.ToListAsync()));
            Assert.Equal("Overview of partnerships", entry.What);
        }

        Assert.Equal(0, await portal.Data.InTenantAsync(closed.Id, database => database.AccessEntries.CountAsync()));
    }

    [Fact]
    public async Task Get_Inspect_ReportsOnlyAndNoneApproved_CountsNothing_OnThePageAndInTheFile()
    {
        var (here, plan) = await MadeAsync();
        var officer = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.ApprovedReports);
        await portal.Data.CreateFileAsync(here, plan.ProjectIds[0], "Released", released: true);
        var client = portal.ClientFor(officer.Person);

        var page = (await client.GetPageAsync("/inspect")).ShouldBeOk();

        var cells = page.Document.QuerySelectorAll(".p-inspect tbody td.p-num").Select(c => c.TextContent.Trim()).ToList();
        Assert.Equal(Enumerable.Repeat("No report", 7), cells.Take(7));
        var file = await client.GetStringAsync(new Uri("/inspect/partnerships.csv", UriKind.Relative));
        Assert.Contains(",Approved reports only,,,,,,,,,,,,,", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Inspect_ReadsAllPartnershipsInOneCommand()
    {
        var (first, firstPlan) = await MadeAsync();
        var officer = await portal.Data.CreateOfficerAsync(first, firstPlan, GrantScope.LivePlan);
        for (var i = 0; i < 4; i++)
        {
            var (more, morePlan) = await MadeAsync();
            await portal.Data.GrantAsync(more, morePlan, officer.BodyId, GrantScope.LivePlan);
        }

        var client = portal.ClientFor(officer.Person);
        await client.GetPageAsync("/inspect");
        portal.Host.Commands.Reset();
        var page = (await client.GetPageAsync("/inspect")).ShouldBeOk();

        Assert.Equal(5, page.Document.QuerySelectorAll(".p-inspect tbody tr").Length);
        Assert.Single(portal.Host.Commands.Texts, text => text.Contains("FROM plans", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A look that the log has under the query's former name counts too.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("GetPartnershipsInspected")]
    public async Task Get_Inspect_CountsSinceTheVisitBefore(string? formerName)
    {
        var (partnership, plan) = await MadeAsync();
        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan);
        await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "Before", released: true);
        var client = portal.ClientFor(officer.Person);
        Assert.Contains("What moved in the last approved reports", (await client.GetPageAsync("/inspect")).Text, StringComparison.Ordinal);

        // A visit before that began five hours ago, and what was released before it is a day old.
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            var look = await database.AccessEntries.AsNoTracking().SingleAsync(e => e.UserId == officer.Person.Id);
            database.Add(new AccessEntry
            {
                UserId = look.UserId,
                BodyName = look.BodyName,
                Query = formerName ?? look.Query,
                What = look.What,
                Path = look.Path,
                At = look.At.AddHours(-5),
            });
            (await database.EvidenceVersions.SingleAsync()).ReleasedAt = DateTimeOffset.UtcNow.AddDays(-1);
            return true;
        });
        await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "After", released: true);

        var second = (await client.GetPageAsync("/inspect")).ShouldBeOk();
        Assert.Contains("What moved since", second.Text, StringComparison.Ordinal);
        Assert.Equal("1 items", Row(second, partnership)[8]);
        Assert.Equal("2 items", Row(await client.GetPageAsync("/inspect?since=Year"), partnership)[8]);

        // Still the same visit: looking again does not make what was new old.
        Assert.Equal("1 items", Row(await client.GetPageAsync("/inspect"), partnership)[8]);
    }

    [Fact]
    public async Task Get_Inspect_CountsRatingsUpAndDownSinceTheChosenDay()
    {
        var (partnership, plan) = await MadeAsync();
        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan);
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            var before = new ReportingPeriod { PlanId = plan.Id, Title = "Before", From = new(2019, 1, 1), To = new(2019, 3, 31), OpensOn = new(2019, 4, 1), DueOn = new(2019, 4, 30) };
            database.Add(before);
            var (first, second) = (await database.Projects.SingleAsync(p => p.Id == plan.ProjectIds[0]), await database.Projects.SingleAsync(p => p.Id == plan.ProjectIds[1]));
            (first.Rag, second.Rag) = ("on-track", "off-track");
            (first.RagAcceptedAt, second.RagAcceptedAt) = (DateTimeOffset.UtcNow.AddDays(-2), DateTimeOffset.UtcNow.AddDays(-2));
            foreach (var (project, was) in new[] { (first, "off-track"), (second, "at-risk") })
            {
                database.AddRange(
                    new ProgressUpdate { Period = before, ProjectId = project.Id, State = UpdateState.Accepted, RagAccepted = was, ReviewedAt = DateTimeOffset.UtcNow.AddYears(-2) },
                    new ProgressUpdate { PeriodId = plan.PeriodId, ProjectId = project.Id, State = UpdateState.Accepted, RagAccepted = project.Rag, ReviewedAt = DateTimeOffset.UtcNow.AddDays(-2) });
            }

            return true;
        });

        var page = (await portal.ClientFor(officer.Person).GetPageAsync("/inspect?since=Year")).ShouldBeOk();

        Assert.Equal(["1 ratings up", "1 ratings down", "0"], Row(page, partnership)[3..6]);
        Assert.Contains("2 ratings", page.Text, StringComparison.Ordinal);

        // Nothing since a day to come.
        var tomorrow = Uri.EscapeDataString(InspectionPortal.Domain.Text.DateFormat.Full(DateTime.UtcNow.AddDays(2)));
        Assert.Equal(["0", "0", "0"], Row((await portal.ClientFor(officer.Person).GetPageAsync($"/inspect?since=Date&on={tomorrow}"))
            .ShouldBeOk(), partnership)[3..6]);
    }

    [Fact]
    public async Task Get_Inspect_AsAnyoneElse_IsNotThere()
    {
        var (partnership, _) = await MadeAsync();
        foreach (var person in partnership.People.Values.Append(await portal.Data.CreatePersonAsync(administrator: true)))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(person).GetPageAsync("/inspect")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(person).GetPageAsync("/inspect/reads")).Status);
        }
    }

    [Fact]
    public async Task Get_Inspect_WithoutAnyGrant_SaysWhatToDo()
    {
        var (partnership, plan) = await MadeAsync();
        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan);
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            (await database.ScrutinyGrants.SingleAsync()).RevokedAt = DateTimeOffset.UtcNow;
            return true;
        });

        var page = (await portal.ClientFor(officer.Person).GetPageAsync("/inspect")).ShouldBeOk();

        Assert.Contains("You do not have access to a partnership", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(partnership.Canary, page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Reads_ShowsOwnReadsInEveryPartnershipAndNobodyElses()
    {
        var (first, firstPlan) = await MadeAsync();
        var (second, secondPlan) = await MadeAsync();
        var officer = await portal.Data.CreateOfficerAsync(first, firstPlan, GrantScope.LivePlan);
        await portal.Data.GrantAsync(second, secondPlan, officer.BodyId, GrantScope.LivePlan);
        var other = await portal.Data.CreateOfficerAsync(first, firstPlan, GrantScope.LivePlan);
        var client = portal.ClientFor(officer.Person);
        Assert.Contains("You have not read anything yet", (await client.GetPageAsync("/inspect/reads")).ShouldBeOk().Text, StringComparison.Ordinal);
        var file = await portal.Data.CreateFileAsync(first, firstPlan.ProjectIds[0], "Read by the other", released: true);
        await portal.ClientFor(other.Person).GetPageAsync($"/{first.Slug}/evidence/{file.ItemId}");
        await client.GetPageAsync($"/{first.Slug}/evidence");
        await client.GetPageAsync($"/{second.Slug}/evidence");

        var page = (await client.GetPageAsync("/inspect/reads")).ShouldBeOk();

        Assert.Equal([second.Name, first.Name], page.Document.QuerySelectorAll("tbody td:last-child").Select(c => c.TextContent.Trim()));
        Assert.DoesNotContain("Read by the other", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Transaction_AcrossPartnerships_CannotWrite()
    {
        var (first, firstPlan) = await MadeAsync();
        var (second, secondPlan) = await MadeAsync();
        await using var scope = portal.Host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantScope>().EnterScrutiny(
            [new(first.Id, firstPlan.Id, IsLive: true), new(second.Id, secondPlan.Id, IsLive: true)]);
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        async Task<string> RefusedAsync(FormattableString sql)
        {
            await using var transaction = await database.Database.BeginTransactionAsync();
            var refused = await Assert.ThrowsAsync<PostgresException>(() => database.Database.ExecuteSqlAsync(sql));
            return refused.SqlState;
        }

        var strategy = database.Database.CreateExecutionStrategy();
        await strategy.ExecuteAsync(async () =>
        {
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusedAsync($"update plans set title = 'x' where tenant_id = {first.Id}"));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusedAsync($"delete from evidence_versions where tenant_id = {first.Id}"));
            Assert.Equal(
                PostgresErrorCodes.InsufficientPrivilege,
                await RefusedAsync($"insert into access_entries (tenant_id, id, user_id, body_name, query, what, path, at) values ({first.Id}, {Guid.NewGuid()}, {Guid.NewGuid()}, '', '', '', '', now())"));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusedAsync($"select help_needed from progress_updates"));
        });
    }

    private static List<string> Row(TestPage page, TestPartnership partnership) =>
        [.. page.Document.QuerySelectorAll(".p-inspect tbody tr").Single(r => r.TextContent.Contains(partnership.Name,
            StringComparison.Ordinal)).Children.Select(c => Plain(c.TextContent))];

    private static IEnumerable<string> Cells(TestPage page, TestPartnership first, TestPartnership second, int column, string? inside = null) =>
        new[] { first, second }.Select(p =>
        {
            var cell = page.Document.QuerySelectorAll(".p-inspect tbody tr")
                .Single(r => r.TextContent.Contains(p.Name, StringComparison.Ordinal)).Children[column];
            return Plain((inside is null ? cell : cell.QuerySelector(inside)!).TextContent);
        });

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<(TestPartnership Partnership, TestPlan Plan)> MadeAsync()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        return (partnership, await portal.Data.CreatePlanAsync(partnership));
    }
}
