using System.Diagnostics;
using System.Globalization;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using Npgsql;

namespace InspectionPortal.Benchmarks;

/// <summary>
/// The main pages, made anew, in an installation of 5 partnerships and of 5,000, each with a plan of 20 projects and people of its own:
/// a page should take as long in both. And a link officer's home with 1 and with 300 of them.
/// </summary>
internal static class PagesOfManyPartnerships
{
    public const string Name = "partnerships";

    private const int Few = 5;
    private const int Granted = 300;
    private const int Many = 5000;
    private const int WarmUps = 5;
    private const int Rounds = 25;
    private const int LongRounds = 5;

    public static async Task<int> RunAsync(TextWriter output)
    {
        Environment.SetEnvironmentVariable(
            "ASPNETCORE_TEST_CONTENTROOT_INSPECTIONPORTAL_WEB", Path.Combine(TestCluster.RepositoryRoot, "src", "InspectionPortal.Web"));
        var (few, many) = (new PortalWithoutCache(), new PortalWithoutCache());
        await few.InitializeAsync();
        await many.InitializeAsync();
        try
        {
            var (small, large) = (await MakeAsync(few, Few), await MakeAsync(many, Many));
            await output.WriteLineAsync(Say($"{await SizeAsync(many)} with {Many} partnerships."));
            await output.WriteLineAsync(Say($"{"page",-20} {Few,6} {Many,8}   ratio"));
            foreach (var ((name, person, address), other) in small.Pages().Zip(large.Pages()))
            {
                // In turns, so that what else the machine does meets both alike.
                var (a, b) = await MedianAsync((few.ClientFor(person), address), (many.ClientFor(other.Person), other.Address), Rounds);
                await output.WriteLineAsync(Say($"{name,-20} {a,6:0.0} {b,8:0.0} ms {b / a,6:0.00}"));
            }

            await GrantAsync(many, large, Granted);
            const string Address = "/inspect?since=Year";
            var (one, all) = await MedianAsync(
                (few.ClientFor(small.Officer.Person), Address), (many.ClientFor(large.Officer.Person), Address), LongRounds);
            await output.WriteLineAsync(Say($"inspect, with 1 granted of {Few} against {Granted} of {Many}: {one:0.0} and {all:0.0} ms"));

            return 0;
        }
        finally
        {
            await few.DisposeAsync();
            await many.DisposeAsync();
        }
    }

    private static async Task<Installation> MakeAsync(PortalFixture portal, int partnerships)
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here, projects: 20);
        await portal.Data.CreateNoteAsync(here, plan.ProjectIds[0], "Note", released: true);
        await portal.Data.AcceptUpdateAsync(here, plan, plan.ProjectIds[0]);
        var officer = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan);
        var administrator = await portal.Data.CreatePersonAsync(administrator: true);
        var copies = new ManyPartnerships(portal.OwnerConnection, here.Id) { WithPeople = true };
        await copies.CopyAsync(partnerships - 1);

        // One other scrutiny body for all the others: there are not as many bodies as partnerships.
        await ExecuteAsync(
            portal, $"with other as (select body_id from scrutiny_grants where tenant_id = {copies.IdOf(1)} limit 1), "
            + $"granted as (update scrutiny_grants g set body_id = o.body_id from other o where tenant_id > {copies.IdOf(1)}), "
            + $"left_over as (delete from scrutiny_officers s using other o where s.body_id not in (o.body_id, '{officer.BodyId}')) "
            + $"delete from scrutiny_bodies b using other o where b.id not in (o.body_id, '{officer.BodyId}')");
        return new Installation(here, plan, officer, administrator, copies);
    }

    /// <summary>Gives the link officer's body access to this many partnerships.</summary>
    private static async Task GrantAsync(PortalFixture portal, Installation all, int count)
    {
        await ExecuteAsync(
            portal, $"update scrutiny_grants set body_id = '{all.Officer.BodyId}', officer_user_id = null where tenant_id between {all.Copies.IdOf(1)} and {all.Copies.IdOf(count - 1)}");
    }

    private static async Task ExecuteAsync(PortalFixture portal, string sql)
    {
        await using var source = NpgsqlDataSource.Create(portal.OwnerConnection);
        await using var command = source.CreateCommand(
            $"set session_replication_role = replica; {sql}; set session_replication_role = origin; update page_revisions set revision = revision + 1");
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<(double A, double B)> MedianAsync((HttpClient Client, string Address) a, (HttpClient Client, string Address) b, int rounds)
    {
        var (first, second) = (new List<double>(), new List<double>());
        for (var i = -WarmUps; i < rounds; i++)
        {
            var (x, y) = (await TimeAsync(a.Client, a.Address), await TimeAsync(b.Client, b.Address));
            if (i >= 0)
            {
                first.Add(x);
                second.Add(y);
            }
        }

        return (first.Order().ElementAt(rounds / 2), second.Order().ElementAt(rounds / 2));
    }

    private static async Task<double> TimeAsync(HttpClient client, string address)
    {
        var watch = Stopwatch.StartNew();
        await client.GetByteArrayAsync(new Uri(address, UriKind.Relative));
        return watch.Elapsed.TotalMilliseconds;
    }

    private static async Task<string> SizeAsync(PortalFixture portal)
    {
        await using var source = NpgsqlDataSource.Create(portal.OwnerConnection);
        await using var command = source.CreateCommand("select pg_size_pretty(pg_database_size(current_database()))");
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Installation(
        TestPartnership Here, TestPlan Plan, TestOfficer Officer, TestPerson Administrator, ManyPartnerships Copies)
    {
        public IEnumerable<(string Name, TestPerson Person, string Address)> Pages()
        {
            var home = $"/{Here.Slug}";
            return
            [
                ("plan", Here.Lead, Here.PlanPath), ("project", Here.Lead, $"{home}/projects/{Plan.ProjectIds[0]}"), ("home", Here.Lead, home),
                ("measures", Here.Lead, $"{home}/measures"), ("coverage", Here.Lead, $"{Here.PlanPath}/coverage"),
                ("recommendations", Here.Lead, $"{home}/recommendations"), ("evidence", Here.Lead, $"{home}/evidence"),
                ("reports", Here.Lead, $"{home}/reports"), ("people", Here.Lead, $"{home}/people"),
                ("search", Here.Lead, $"{home}/search?q=project"), ("plan, link officer", Officer.Person, Here.PlanPath),
                ("inspect", Officer.Person, "/inspect?since=Year"), ("admin", Administrator, "/admin"), ("admin people", Administrator, "/admin/people"),
                ("admin security", Administrator, "/admin/security"),
            ];
        }
    }
}
