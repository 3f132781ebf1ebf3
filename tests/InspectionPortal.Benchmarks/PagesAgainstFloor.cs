using System.Diagnostics;
using System.Globalization;
using System.Net;
using InspectionPortal.Domain.People;
using InspectionPortal.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace InspectionPortal.Benchmarks;

/// <summary>
/// The main pages over HTTP, signed in with a cookie, in a partnership of 100 projects: kept, made anew, right after a write, and answered
/// with 304. Beside each page runs the floor: an endpoint of the same server that runs one query and sends the same bytes. All
/// take turns, so that what else the machine does meets them alike; only the ratios say something.
/// </summary>
internal static class PagesAgainstFloor
{
    public const string Name = "pages";

    private const int Projects = 100;
    private const int Clients = 4;
    private const int Rounds = 5;
    private const int AfterWrite = 15;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync(TextWriter output)
    {
        Environment.SetEnvironmentVariable(
            "ASPNETCORE_TEST_CONTENTROOT_INSPECTIONPORTAL_WEB", Path.Combine(TestCluster.RepositoryRoot, "src", "InspectionPortal.Web"));
        var portal = new KestrelPortal();
        await portal.InitializeAsync();
        try
        {
            var (here, plan) = await MakeAsync(portal);
            await using var without = new PortalHost(portal.AppConnection, portal.OwnerConnection, portal.DataDirectory, signInByHeader: false)
            {
                Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["PageCache:Megabytes"] = "0" },
            };
            without.UseKestrel(0);
            without.StartServer();
            await using var floor = await FloorAsync(portal.AppConnection);
            using var kept = await SignInAsync(portal.Host.ClientOptions.BaseAddress, here.Lead);
            using var anew = await SignInAsync(without.ClientOptions.BaseAddress, here.Lead);
            using var bare = new HttpClient { BaseAddress = new Uri(floor.Urls.First()) };
            bare.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
            await output.WriteLineAsync(
                $"{"page",-16} {"KB",6} {"gzip",6} {"SQL",4}  {"kept / floor",12} {"304 / floor",12} {"kept / anew",12} {"anew ms",8} {"after write / anew",19}");
            foreach (var (name, address) in Pages(here, plan))
            {
                await output.WriteLineAsync(await MeasureAsync(portal, (name, address), (kept, anew, bare), plan.ProjectIds[1]));
            }

            await output.WriteLineAsync(Say($"Memory of this process with both servers and the clients: {Environment.WorkingSet / 1048576} MiB."));
            return 0;
        }
        finally
        {
            await portal.DisposeAsync();
        }
    }

    private static IEnumerable<(string Name, string Address)> Pages(TestPartnership here, TestPlan plan)
    {
        var home = $"/{here.Slug}";
        return
        [
            ("plan", here.PlanPath), ("plan as written", $"{here.PlanPath}?whole=1"), ("project", $"{home}/projects/{plan.ProjectIds[0]}"), ("home", home),
            ("measures", $"{home}/measures"), ("measure", $"{home}/measures/{plan.MeasureIds[0]}"), ("coverage", $"{here.PlanPath}/coverage"),
            ("recommendations", $"{home}/recommendations"), ("evidence", $"{home}/evidence"), ("reports", $"{home}/reports"),
            ("timeline", $"{here.PlanPath}/timeline"),
        ];
    }

    private static async Task<string> MeasureAsync(
        KestrelPortal portal, (string Name, string Address) page, (HttpClient Kept, HttpClient Anew, HttpClient Floor) clients, Guid project)
    {
        var address = new Uri(page.Address, UriKind.Relative);
        using var first = await clients.Kept.GetAsync(address);
        first.EnsureSuccessStatusCode();
        var bytes = await first.Content.ReadAsByteArrayAsync();
        var commands = await CommandsAsync(portal, clients.Kept, address);
        var floor = new Uri($"/floor/{bytes.Length}", UriKind.Relative);
        var rates = new Dictionary<string, List<double>>(StringComparer.Ordinal) { ["kept"] = [], ["304"] = [], ["anew"] = [], ["floor"] = [] };
        for (var round = 0; round <= Rounds; round++)
        {
            var turns = new[]
            {
                ("kept", await RateAsync(clients.Kept, address, null)), ("floor", await RateAsync(clients.Floor, floor, null)),
                ("304", await RateAsync(clients.Kept, address, first.Headers.ETag?.ToString())), ("anew", await RateAsync(clients.Anew, address, null)),
            };
            foreach (var (what, rate) in turns.Where(_ => round > 0))
            {
                rates[what].Add(rate);
            }
        }

        var (after, alone) = await AfterWriteAsync(portal, clients.Kept, clients.Anew, address, project);
        double Of(string a, string b) => Middle(rates[a]) / Middle(rates[b]);
        return Say($"{page.Name,-16} {await PlainAsync(clients.Kept, address) / 1024,6} {bytes.Length / 1024,6} {commands,4}  {Of("kept", "floor"),12:P0} {Of("304", "floor"),12:P0} {Of("kept", "anew"),11:0.0}× {alone,8:0.0} {alone / after,18:0.00}×");
    }

    /// <summary>Commands of a page that is made anew: what was kept is not asked for with other words behind the question mark.</summary>
    private static async Task<int> CommandsAsync(KestrelPortal portal, HttpClient client, Uri address)
    {
        portal.Host.Commands.Reset();
        var separator = address.OriginalString.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        await SendAsync(client, new Uri($"{address.OriginalString}{separator}anew=1", UriKind.Relative), null);
        return portal.Host.Commands.Texts.Count(t => !t.Contains("set_config", StringComparison.Ordinal));
    }

    /// <summary>One write and one look, by one person: the page as kept after the write, and made anew by the other node.</summary>
    private static async Task<(double After, double Alone)> AfterWriteAsync(
        KestrelPortal portal, HttpClient kept, HttpClient anew, Uri address, Guid project)
    {
        var (after, alone) = (new List<double>(), new List<double>());
        await using var source = NpgsqlDataSource.Create(portal.OwnerConnection);
        for (var i = 0; i < AfterWrite; i++)
        {
            await using var write = source.CreateCommand("update projects set impact = $1 where id = $2");
            write.Parameters.AddWithValue($"Impact {i}");
            write.Parameters.AddWithValue(project);
            await write.ExecuteNonQueryAsync();
            after.Add(await TimeAsync(kept, address));
            alone.Add(await TimeAsync(anew, address));
        }

        return (Middle(after), Middle(alone));
    }

    private static async Task<double> TimeAsync(HttpClient client, Uri address)
    {
        var watch = Stopwatch.StartNew();
        await SendAsync(client, address, null);
        return watch.Elapsed.TotalMilliseconds;
    }

    /// <summary>Requests a second of a few clients at once.</summary>
    private static async Task<double> RateAsync(HttpClient client, Uri address, string? tag)
    {
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            var count = 0;
            while (watch.Elapsed < Turn)
            {
                await SendAsync(client, address, tag);
                count++;
            }

            return count;
        }));
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    private static async Task SendAsync(HttpClient client, Uri address, string? tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        using var response = await client.SendAsync(request);
        if (response.StatusCode != (tag is null ? HttpStatusCode.OK : HttpStatusCode.NotModified))
        {
            throw new InvalidOperationException($"{address} answered {response.StatusCode}.");
        }

        await response.Content.ReadAsByteArrayAsync();
    }

    private static async Task<int> PlainAsync(HttpClient client, Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept-Encoding", "identity" } } };
        using var response = await client.SendAsync(request);
        return (await response.Content.ReadAsByteArrayAsync()).Length;
    }

    private static async Task<HttpClient> SignInAsync(Uri address, TestPerson person)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address };
        var form = await client.GetPageAsync("/account/sign-in");
        var answer = await form.SubmitAsync("main form", ("Email", person.Email), ("Password", TestCluster.SeededPassword));
        if (answer.Status != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"Sign-in answered {answer.Status}: {answer.Text}");
        }

        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
        return client;
    }

    private static async Task<(TestPartnership Here, TestPlan Plan)> MakeAsync(PortalFixture portal)
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here, Projects);
        var lead = await portal.Data.CreatePersonAsync(TestCluster.SeededPassword);
        await portal.Data.AddRoleAsync(here, lead, PartnershipRole.PartnershipLead);
        await using var source = NpgsqlDataSource.Create(portal.OwnerConnection);
        await using var analyze = source.CreateCommand("vacuum analyze");
        await analyze.ExecuteNonQueryAsync();
        var people = here.People.ToDictionary(p => p.Key, p => p.Key == PartnershipRole.PartnershipLead ? lead : p.Value);
        return (here with { People = people }, plan);
    }

    private static async Task<WebApplication> FloorAsync(string connection)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var source = new NpgsqlDataSourceBuilder(connection) { ConnectionStringBuilder = { MaxAutoPrepare = 100 } }.Build();
        var content = new byte[4 * 1024 * 1024];
        Random.Shared.NextBytes(content);
        app.MapGet("/floor/{length:int}", async (int length, HttpResponse response) =>
        {
            await using var query = source.CreateCommand("select revision from page_revisions where id = $1");
            query.Parameters.AddWithValue(1);
            await query.ExecuteScalarAsync();
            response.ContentType = "text/html; charset=utf-8";
            response.ContentLength = length;
            await response.Body.WriteAsync(content.AsMemory(0, length));
        });
        await app.StartAsync();
        return app;
    }

    private static double Middle(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>A portal on a port, with real sign-in, that shows kept pages.</summary>
    private sealed class KestrelPortal : PortalFixture
    {
        protected override bool IsShared => false;

        protected override bool SignInByHeader => false;

        protected override IReadOnlyDictionary<string, string> Settings { get; } =
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["PageCache:MakesAnewToCompare"] = "false",
                ["PageCache:BrowsersKeepPages"] = "true",
            };

        protected override void Start(PortalHost host)
        {
            host.UseKestrel(0);
            host.StartServer();
        }
    }
}
