using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Guardrails;

/// <summary>
/// Opens every page there is, as everybody. A page that is opened changes nothing but the log of who read what: browsers fetch
/// pages ahead, search engines follow links, and a page opened twice must be the same page.
/// </summary>
public sealed class ReadingGuardrails(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task Get_Any_ChangesNoTableButTheAccessLog()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here);
        await portal.Data.CreateNoteAsync(here, plan.ProjectIds[0], "Evidence", released: true);
        await portal.Data.InTenantAsync(here.Id, database =>
        {
            database.Add(new ProgressUpdate { PeriodId = plan.PeriodId, ProjectId = plan.ProjectIds[0], State = UpdateState.Submitted });
            return Task.FromResult(true);
        });
        await portal.Data.CreateImportAndArchiveAsync(here, plan);
        var officer = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan);
        var ids = await TenantIds.ReadAsync(portal.Data, here);
        var endpoints = new EndpointWalk(portal.Host).All().Where(e => e.Method == "GET").ToList();
        var everyone = here.People.Values.Append(officer.Person).Append(await portal.Data.CreatePersonAsync(administrator: true)).Append(null).ToList();
        Task<IReadOnlyList<string>> OpenAsync(params IEnumerable<WalkedEndpoint> pages) => ChangedByAsync(
            [.. pages.Select(e => e.Place == EndpointPlace.Tenant ? $"/{here.Slug}{e.Path(ids.For)}" : e.Path(_ => plan.Id))], everyone);

        Assert.True(endpoints.Count > 50, "The walk found too few pages.");

        // The file of an import that an earlier version read is read once more by whoever looks first.
        var import = await portal.Data.InTenantAsync(here.Id, database => database.PlanImports.Select(i => i.Id).SingleAsync());
        (await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/plans/import/{import}")).ShouldBeOk();
        var changed = await OpenAsync(endpoints);
        if (changed.Count > 0)
        {
            // Once more, page by page, to say which.
            var failures = new List<string>();
            foreach (var endpoint in endpoints)
            {
                failures.AddRange((await OpenAsync(endpoint)).Select(table => $"{endpoint.Name} changes {table}"));
            }

            Assert.Fail($"A page that was opened changed {string.Join(", ", changed)}: {string.Join(", ", failures)}.");
        }
    }

    /// <summary>Names of the tables that change when everybody opens these addresses.</summary>
    private async Task<IReadOnlyList<string>> ChangedByAsync(IReadOnlyList<string> paths, IReadOnlyList<TestPerson?> everyone)
    {
        var before = await TableContents.ReadAsync(portal.OwnerConnection);
        foreach (var person in everyone)
        {
            var client = portal.ClientFor(person);
            foreach (var path in paths)
            {
                using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
                var policy = string.Join(' ', response.Headers.GetValues("Content-Security-Policy"));
                Assert.True(policy.Contains("frame-ancestors 'none'", StringComparison.Ordinal), $"{path} may be framed: {policy}");
            }
        }

        var now = await TableContents.ReadAsync(portal.OwnerConnection);
        return [.. before.ChangedIn(now, [.. TableContents.Bookkeeping, "access_entries"])];
    }
}
