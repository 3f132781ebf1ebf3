using System.Net;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Tenancy;
using InspectionPortal.Web.Tests.Features.Plans;
using InspectionPortal.Web.Tests.Features.Reports;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace InspectionPortal.Web.Tests.Guardrails;

/// <summary>Walks every page that exists, for three plans of ten projects and three of five hundred: the same few commands, whoever looks.</summary>
public sealed class CommandBudgetGuardrails(PortalWithoutCache portal) : IClassFixture<PortalWithoutCache>
{
    /// <summary>With the command of the session, which is not sent through EF and not counted, at most 16.</summary>
    private const int MostCommands = 15;

    /// <summary>What people ask of a page beyond its bare address, by its route.</summary>
    private static readonly Dictionary<string, string[]> Questions = new(StringComparer.Ordinal)
    {
        ["plans/{plan:guid}"] =
            ["?q=project&late=true&aim=1", "?recommendation={recommendation}", "?view=written", "?edit=leads&row={project}"],
        ["projects/{id:guid}"] = ["?edit=leads"],
        ["projects/{id:guid}/edit/text"] = ["?field=Impact"],
        ["plans/{plan:guid}/tree"] = ["?open=all&q=project&late=true"],
        ["plans/{plan:guid}/timeline"] = ["?with=steps"],
        ["measures"] = ["?recommendation={recommendation}"],
        ["evidence"] = ["?recommendation={recommendation}"],
        ["search"] = ["?q=project", "?q=project+-nothing+%22canary%22&kind=sub-actions", "?q=recommendation"],
    };

    [Fact]
    public async Task Get_EveryPage_SendsTheSameFewCommandsForTenProjectsAsForFiveHundred()
    {
        var (few, many) = (await MakeAsync(10), await MakeAsync(500));
        await GatherStatisticsAsync();
        var failures = new List<string>();
        await WalkAsync(few, many, "open", _ => true, failures);
        await BothAsync(few, many, t => t.Steps.CloseAsync());
        await WalkAsync(few, many, "with the lead", OfTheQuarter, failures);
        await BothAsync(few, many, t => t.Steps.SubmitAsync());
        await WalkAsync(few, many, "submitted", OfTheQuarter, failures);
        await BothAsync(few, many, t => t.Steps.ApproveAsync(t.Steps.Partnership.Chief));
        await WalkAsync(few, many, "approved", OfTheQuarter, failures);

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    /// <summary>What the database does by itself within a minute, so that every run has the same plans of query.</summary>
    private async Task GatherStatisticsAsync()
    {
        await using var connection = new NpgsqlConnection(portal.OwnerConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("analyze", connection);
        await command.ExecuteNonQueryAsync();
    }

    private static bool OfTheQuarter(WalkedEndpoint endpoint) =>
        endpoint.Pattern.PathSegments.Count == 0 || endpoint.Path(_ => Guid.Empty).Split('/')[1] is "updates" or "reports" or "periods";

    /// <summary>Roles that are shown the lead's pages with less on them, but for those of the quarter.</summary>
    private static bool IsAsTheLead(string role) => role is nameof(PartnershipRole.Contributor) or nameof(PartnershipRole.ChiefOfficer);

    private static async Task BothAsync(Tenant few, Tenant many, Func<Tenant, Task> step)
    {
        await step(few);
        await step(many);
    }

    private async Task WalkAsync(Tenant few, Tenant many, string when, Func<WalkedEndpoint, bool> which, List<string> failures)
    {
        // Rights are read once, until something that gives them changes.
        foreach (var (_, person) in few.People.Concat(many.People))
        {
            await portal.ClientFor(person).GetByteArrayAsync(new Uri("/account", UriKind.Relative));
        }

        foreach (var endpoint in new EndpointWalk(portal.Host).All().Where(e => e is { Place: EndpointPlace.Tenant, Method: "GET" }).Where(which))
        {
            foreach (var (role, index) in few.People.Select((p, i) => (p.Role, i)).Where(p => OfTheQuarter(endpoint) || !IsAsTheLead(p.Role)))
            {
                foreach (var question in Questions.GetValueOrDefault(endpoint.Pattern.RawText!.Trim('/'), []).Prepend(string.Empty))
                {
                    var small = await CountAsync(few, few.People[index].Person, endpoint, question);
                    var large = await CountAsync(many, many.People[index].Person, endpoint, question);
                    if (small != large || small.Commands > MostCommands || (int)small.Status >= 500)
                    {
                        failures.Add($"{role}, {when}: {endpoint.Name}{question}: {small} for ten projects, {large} for five hundred");
                    }
                }
            }
        }
    }

    private async Task<(HttpStatusCode Status, int Commands)> CountAsync(Tenant tenant, TestPerson person, WalkedEndpoint endpoint, string question)
    {
        using var client = portal.ClientFor(person);
        var address = $"/{tenant.Steps.Partnership.Slug}{endpoint.Path(tenant.Ids.For)}"
            + question.Replace("{recommendation}", tenant.Ids.For("recommendations").ToString(), StringComparison.Ordinal)
                .Replace("{project}", tenant.Ids.For("projects").ToString(), StringComparison.Ordinal);
        portal.Host.Commands.Reset();
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative));
        await response.Content.ReadAsByteArrayAsync();
        return (response.StatusCode, portal.Host.Commands.Texts.Count(t => !t.Contains("set_config", StringComparison.Ordinal)));
    }

    private async Task<Tenant> MakeAsync(int projects)
    {
        var here = await portal.Data.CreatePartnershipAsync(p => (p.AsAt, p.Layout) = (new DateOnly(2020, 10, 27), PlanLayoutTests.EveryField()));
        await portal.Data.CreatePlanAsync(here, projects);
        await portal.Data.CreatePlanAsync(here, projects);
        var plan = await portal.Data.CreatePlanAsync(here, projects);
        await portal.Data.InTenantAsync(here.Id, async database =>
        {
            foreach (var project in (await database.Projects.Where(p => p.PlanId == plan.Id).OrderBy(p => p.Position).ToListAsync()).Where((_, i) => i % 2 == 0))
            {
                database.Add(Answered(here, plan, project.Id));
                database.Add(Shown(here, project.Id));
                project.Rag = "at-risk";
            }

            return true;
        });
        await portal.Data.CreateImportAndArchiveAsync(here, plan);

        // A file is read once; this counts the looks after that.
        using var reader = portal.ClientFor(here.Lead);
        var import = await portal.Data.InTenantAsync(here.Id, database => database.PlanImports.Select(i => i.Id).SingleAsync());
        (await reader.GetPageAsync($"/{here.Slug}/plans/import/{import}")).ShouldBeOk();
        var officer = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan);
        var roles = new[] { PartnershipRole.PartnershipLead, PartnershipRole.Contributor, PartnershipRole.ChiefOfficer };
        return new Tenant(
            new QuarterSteps(portal, here, plan),
            (await TenantIds.ReadAsync(portal.Data, here)).Of(plan),
            [.. roles.Select(r => (r.ToString(), here.People[r])), ("LinkOfficer", officer.Person)]);
    }

    private static ProgressUpdate Answered(TestPartnership here, TestPlan plan, Guid project)
    {
        var update = new ProgressUpdate
        {
            PeriodId = plan.PeriodId,
            ProjectId = project,
            State = UpdateState.Accepted,
            RagProposed = "at-risk",
            RagAccepted = "at-risk",
            SubmittedByUserId = here.Contributor.Id,
            ReviewedByUserId = here.Lead.Id,
            ReviewedAt = DateTimeOffset.UtcNow,
            SavedAt = DateTimeOffset.UtcNow,
        };
        update.Entries.Add(new UpdateEntry { ProjectId = project, AgencyId = plan.AgencyId, Text = $"Said {here.Canary}", DateText = "Oct 20" });
        return update;
    }

    private static EvidenceItem Shown(TestPartnership here, Guid project)
    {
        var item = new EvidenceItem { Title = $"Audit {here.Canary}", Form = EvidenceForm.Note, AddedByUserId = here.Lead.Id, AddedAt = DateTimeOffset.UtcNow };
        item.Versions.Add(new EvidenceVersion
        {
            Number = 1,
            Sha256 = new string('0', 64),
            Note = "Note",
            Scan = ScanResult.NotNeeded,
            AddedAt = DateTimeOffset.UtcNow,
            AddedByUserId = here.Lead.Id,
            ReleasedAt = DateTimeOffset.UtcNow,
        });
        item.Links.Add(new EvidenceLink { ProjectId = project });
        return item;
    }

    private sealed record Tenant(QuarterSteps Steps, TenantIds Ids, IReadOnlyList<(string Role, TestPerson Person)> People);
}
