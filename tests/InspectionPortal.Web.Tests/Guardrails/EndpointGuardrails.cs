using System.Net;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.PublicPages;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Guardrails;

/// <summary>Walks every endpoint that exists, as every role, with another partnership's ids.</summary>
public sealed class EndpointGuardrails(OwnPortal portal) : IClassFixture<OwnPortal>
{
    /// <summary>Platform addresses that answer people who have not signed in.</summary>
    private static readonly string[] OpenToAnyone =
    [
        "/account/sign-in", "/account/sign-out", "/account/invitation", "/account/forgotten-password", "/account/reset-password", "/account/dev-mail",
        // Calendar apps do not sign in. An address without a secret that is known answers 404 (CalendarFeedTests).
        "/calendar/",
        "/account/unsubscribe/", "/error/", "/health/", "/public/",
    ];

    /// <summary>What mail programs post with neither cookie nor form token (RFC 8058). It does one thing, for whoever the sealed link
    /// names.</summary>
    private static readonly string[] OpenToOneClick = ["/account/unsubscribe/"];

    [Fact]
    public void Endpoint_Any_IsMarkedTenantOrPlatform() =>
        Assert.Empty(new EndpointWalk(portal.Host).All().Where(e => e.Place is null).Select(e => e.Name));

    [Fact]
    public void Endpoint_OfThePlatform_StartsWithAReservedSegment() =>
        Assert.Empty(new EndpointWalk(portal.Host).All()
            .Where(e => e.Place == EndpointPlace.Platform && e.Pattern.PathSegments.Count > 0)
            .Where(e => !ReservedSegments.Contains(e.Path(_ => Guid.Empty).Split('/')[1]))
            .Select(e => e.Name));

    [Fact]
    public async Task Endpoint_OfATenant_WithAnotherTenantsIds_ShowsAndChangesNothing()
    {
        var (here, herePlan) = await MadeAsync();
        var (there, _) = await MadeAsync();
        var ids = await IdsAsync(there);
        var before = await AuditCountAsync(there);
        var failures = new List<string>();
        foreach (var (role, person) in await EveryoneAsync(here, herePlan))
        {
            var client = portal.ClientFor(person);
            var token = await TokenAsync(client);
            foreach (var endpoint in TenantEndpoints())
            {
                var page = await AskAsync(client, endpoint, $"/{here.Slug}{endpoint.Path(ids.For)}", token);
                Judge(failures, role, endpoint, page, there.Canary, mustBeGone: endpoint.HasId);
            }
        }

        Assert.Empty(failures);
        Assert.Equal(before, await AuditCountAsync(there));
    }

    [Fact]
    public async Task Endpoint_OfATenant_UnderAnotherTenantsAddress_IsTheSame404AsForNoTenant()
    {
        var (here, herePlan) = await MadeAsync();
        var (there, _) = await MadeAsync();
        var ids = await IdsAsync(there);
        var failures = new List<string>();
        foreach (var (role, person) in await EveryoneAsync(here, herePlan))
        {
            var client = portal.ClientFor(person);
            var token = await TokenAsync(client);
            var nowhere = await client.GetPageAsync($"/{TestData.Unique("nowhere")}/plan");
            foreach (var endpoint in TenantEndpoints())
            {
                var page = await AskAsync(client, endpoint, $"/{there.Slug}{endpoint.Path(ids.For)}", token);
                if (page.Status != HttpStatusCode.NotFound || Stable(page.Html) != Stable(nowhere.Html))
                {
                    failures.Add($"{role} {endpoint.Name}: {(int)page.Status}");
                }
            }
        }

        Assert.Empty(failures);
    }

    [Fact]
    public async Task Endpoint_OfATenant_Anonymously_AsksToSignIn()
    {
        var (there, _) = await MadeAsync();
        var ids = await IdsAsync(there);
        var client = portal.ClientFor(null);
        var failures = new List<string>();
        foreach (var endpoint in TenantEndpoints())
        {
            var page = await AskAsync(client, endpoint, $"/{there.Slug}{endpoint.Path(ids.For)}", token: null);
            if (page.Location?.StartsWith("/account/sign-in", StringComparison.Ordinal) != true)
            {
                failures.Add($"{endpoint.Name}: {(int)page.Status}");
            }
        }

        Assert.Empty(failures);
    }

    [Fact]
    public async Task Endpoint_OfThePlatform_Anonymously_IsClosedUnlessListed()
    {
        var client = portal.ClientFor(null);
        var failures = new List<string>();
        foreach (var endpoint in new EndpointWalk(portal.Host).All().Where(e => e.Place == EndpointPlace.Platform))
        {
            var path = endpoint.Path(_ => Guid.NewGuid());
            if (OpenToAnyone.Any(open => path.StartsWith(open, StringComparison.Ordinal)))
            {
                continue;
            }

            var page = await AskAsync(client, endpoint, path, token: null);
            if (page.Location?.StartsWith("/account/sign-in", StringComparison.Ordinal) != true && page.Status != HttpStatusCode.BadRequest)
            {
                failures.Add($"{endpoint.Name}: {(int)page.Status}");
            }
        }

        Assert.Empty(failures);
    }

    [Fact]
    public async Task Endpoint_OfThePlatform_UnderATenant_Is404()
    {
        var (here, _) = await MadeAsync();
        var client = portal.ClientFor(here.Lead);
        var failures = new List<string>();
        foreach (var endpoint in new EndpointWalk(portal.Host).All().Where(e => e.Place == EndpointPlace.Platform && e.Pattern.PathSegments.Count > 0 && e.Method == "GET"))
        {
            var page = await client.GetPageAsync($"/{here.Slug}{endpoint.Path(_ => Guid.NewGuid())}");
            if (page.Status != HttpStatusCode.NotFound)
            {
                failures.Add($"{endpoint.Name}: {(int)page.Status}");
            }
        }

        Assert.Empty(failures);
    }

    [Fact]
    public async Task Post_Any_WithoutTheAntiforgeryField_IsRefused()
    {
        var (here, herePlan) = await MadeAsync();
        var ids = await IdsAsync(here);
        var (lead, administrator) = (portal.ClientFor(here.Lead), portal.ClientFor(await portal.Data.CreatePersonAsync(administrator: true)));
        var failures = new List<string>();
        foreach (var endpoint in new EndpointWalk(portal.Host).All().Where(e => e.Method == "POST"))
        {
            var path = endpoint.Place == EndpointPlace.Tenant ? $"/{here.Slug}{endpoint.Path(ids.For)}" : endpoint.Path(_ => herePlan.Id);
            var client = path.StartsWith("/admin", StringComparison.Ordinal) ? administrator : lead;
            var page = await AskAsync(client, endpoint, path, token: null);
            if (page.Status != HttpStatusCode.BadRequest && !OpenToOneClick.Any(open => path.StartsWith(open, StringComparison.Ordinal)))
            {
                failures.Add($"{endpoint.Name}: {(int)page.Status}");
            }
        }

        Assert.Empty(failures);
    }

    [Fact]
    public async Task Post_AnyOfATenant_ByALinkOfficer_Is404AndChangesNothing()
    {
        var (here, herePlan) = await MadeAsync();
        var ids = await IdsAsync(here);
        var officer = await portal.Data.CreateOfficerAsync(here, herePlan, GrantScope.LivePlan);
        var before = await AuditCountAsync(here);
        var client = portal.ClientFor(officer.Person);
        var token = await TokenAsync(client);
        var failures = new List<string>();
        foreach (var endpoint in TenantEndpoints().Where(e => e.Method != "GET"))
        {
            var page = await AskAsync(client, endpoint, $"/{here.Slug}{endpoint.Path(ids.For)}", token);

            // A request about a recommendation is the one thing that they can send; without a text it is refused.
            var isRequest = endpoint.Pattern.RawText!.EndsWith("recommendations/{id:guid}/requests/new", StringComparison.Ordinal);
            if (page.Status != (isRequest ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.NotFound))
            {
                failures.Add($"{endpoint.Name}: {(int)page.Status}");
            }
        }

        Assert.Empty(failures);
        Assert.Equal(before, await AuditCountAsync(here));
    }

    private List<WalkedEndpoint> TenantEndpoints() => [.. new EndpointWalk(portal.Host).All().Where(e => e.Place == EndpointPlace.Tenant)];

    private static void Judge(List<string> failures, string role, WalkedEndpoint endpoint, TestPage page, string canary, bool mustBeGone)
    {
        if (page.Html.Contains(canary, StringComparison.Ordinal))
        {
            failures.Add($"{role} {endpoint.Name} shows another tenant's row");
        }
        else if ((int)page.Status >= 500)
        {
            failures.Add($"{role} {endpoint.Name}: {(int)page.Status}");
        }
        else if (mustBeGone && page.Status is not (HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.UnprocessableEntity or HttpStatusCode.BadRequest))
        {
            failures.Add($"{role} {endpoint.Name}: {(int)page.Status}");
        }
    }

    private static async Task<TestPage> AskAsync(HttpClient client, WalkedEndpoint endpoint, string path, string? token)
    {
        if (endpoint.Method == "GET")
        {
            return await client.GetPageAsync(path);
        }

        using var content = new FormUrlEncodedContent(token is null ? [] : [KeyValuePair.Create("__RequestVerificationToken", token)]);
        if (endpoint.Method == "POST")
        {
            return await client.SendFormAsync(path, content);
        }

        // Files that come in pieces: the methods of tus, whose token is in a header.
        using var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), path);
        request.Headers.Add("Tus-Resumable", "1.0.0");
        request.Headers.Add("Upload-Offset", "0");
        request.Headers.Add("RequestVerificationToken", token ?? "none");
        return await client.SendForPageAsync(request);
    }

    private static async Task<string> TokenAsync(HttpClient client) =>
        (await client.GetPageAsync("/error/404")).Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;

    private async Task<List<(string Role, TestPerson Person)>> EveryoneAsync(TestPartnership here, TestPlan plan) =>
    [
        .. here.People.Select(p => (p.Key.ToString(), p.Value)),
        ("LinkOfficer", (await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan)).Person),
        ("LinkOfficerOfReports", (await portal.Data.CreateOfficerAsync(here, plan, GrantScope.ApprovedReports)).Person),
        ("Administrator", await portal.Data.CreatePersonAsync(administrator: true)),
    ];

    private async Task<(TestPartnership Partnership, TestPlan Plan)> MadeAsync()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(partnership);
        await portal.Data.CreateNoteAsync(partnership, plan.ProjectIds[0], $"Evidence {partnership.Canary}", released: true);
        await portal.Data.InTenantAsync(partnership.Id, database =>
        {
            database.Add(new ProgressUpdate { PeriodId = plan.PeriodId, ProjectId = plan.ProjectIds[0], State = UpdateState.Submitted, HelpNeeded = $"Help {partnership.Canary}" });
            database.Add(new PublicPage { ChildrenWillKnow = $"Draft {partnership.Canary}", PlanId = plan.Id });
            return Task.FromResult(true);
        });
        await portal.Data.CreateImportAndArchiveAsync(partnership, plan);
        return (partnership, plan);
    }

    private Task<int> AuditCountAsync(TestPartnership partnership) =>
        portal.Data.InTenantAsync(partnership.Id, database => database.AuditEntries.CountAsync());

    private Task<TenantIds> IdsAsync(TestPartnership partnership) => TenantIds.ReadAsync(portal.Data, partnership);

    /// <summary>The page without what differs each time it is made.</summary>
    private static string Stable(string html) =>
        System.Text.RegularExpressions.Regex.Replace(html, "(nonce|value)=\"[^\"]*\"", string.Empty, System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
}
