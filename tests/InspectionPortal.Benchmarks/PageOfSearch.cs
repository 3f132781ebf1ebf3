using System.Diagnostics;
using System.Globalization;
using System.Text;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using Npgsql;

namespace InspectionPortal.Benchmarks;

/// <summary>
/// The whole page of a search over HTTP in a partnership of 20,000 items, with 200,000 of ten others between them on the disk: words that
/// many, few and no items have, and no words at all, for a member, for a link officer, and for a link officer over all partnerships. What a page may take is
/// 200 ms. Also says which index the database takes as itself and as the portal's role.
/// </summary>
internal static class PageOfSearch
{
    public const string Name = "search";

    private const int Others = 10;
    private const int WarmUps = 3;
    private const int Rounds = 15;
    private const double MayTake = 200;

    /// <summary>How many items of each kind a partnership gets: 20,000 in all.</summary>
    private static readonly (string Table, string Column, int Count)[] Items =
    [
        ("projects", "impact", 1000), ("sub_actions", "text", 7000), ("measures", "definition", 1000), ("update_entries", "text", 9000),
        ("evidence_items", "title", 1000), ("recommendations", "text", 1000),
    ];

    private static readonly string[] Searches = ["children", "accommod", "\"care plan\"", "school -family trust", "kingfisher", "okapi", ""];

    /// <returns>0 where every page keeps to what it may take, else 1.</returns>
    public static async Task<int> RunAsync(TextWriter output)
    {
        Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_INSPECTIONPORTAL_WEB", Path.Combine(TestCluster.RepositoryRoot, "src", "InspectionPortal.Web"));
        var portal = new PortalFixture();
        await portal.InitializeAsync();
        try
        {
            var (here, plan) = await MakeAsync(portal);
            var officer = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan);
            var slowest = 0.0;
            foreach (var words in Searches)
            {
                var path = $"search?q={Uri.EscapeDataString(words)}";
                var member = await MiddleAsync(portal.ClientFor(here.Reader), $"/{here.Slug}/{path}");
                var within = await MiddleAsync(portal.ClientFor(officer.Person), $"/{here.Slug}/{path}");
                var across = await MiddleAsync(portal.ClientFor(officer.Person), $"/inspect/{path}");
                slowest = new[] { slowest, member.Time, within.Time, across.Time }.Max();
                await output.WriteLineAsync(Say(
                    $"{words,-22} member {member.Time,6:0.0} ms, fastest {member.Fastest,6:0.0} ({member.Found}); link officer {within.Time,6:0.0} ms, fastest {within.Fastest,6:0.0}; across {across.Time,6:0.0} ms, fastest {across.Fastest,6:0.0} ({across.Found})"));
            }

            await new SearchStatements(portal, here, officer, plan).WriteAsync(output);
            await output.WriteLineAsync(Say($"Slowest {slowest:0.0} ms (medians of {Rounds}); {MayTake:0} ms are allowed."));
            await ExplainAsync(portal, here, output);
            return slowest <= MayTake ? 0 : 1;
        }
        finally
        {
            await portal.DisposeAsync();
        }
    }

    private static async Task<(double Time, double Fastest, string Found)> MiddleAsync(HttpClient client, string path)
    {
        var times = new double[Rounds];
        var page = string.Empty;
        for (var i = -WarmUps; i < Rounds; i++)
        {
            var watch = Stopwatch.StartNew();
            page = await client.GetStringAsync(new Uri(path, UriKind.Relative));
            times[Math.Max(0, i)] = watch.Elapsed.TotalMilliseconds;
        }

        var at = page.IndexOf("p-search__count", StringComparison.Ordinal);
        var found = at < 0 ? "none" : page[(page.IndexOf('>', at) + 1)..page.IndexOf('<', at)];
        return (times.Order().ElementAt(Rounds / 2), times.Min(), found.Trim());
    }

    /// <summary>The partnerships one after another, and then their items in turn, so that each page of a table holds rows of all.</summary>
    private static async Task<(TestPartnership Here, TestPlan Plan)> MakeAsync(PortalFixture portal)
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here, projects: 20);
        await portal.Data.CreateNoteAsync(here, plan.ProjectIds[0], "Note", released: true);
        for (var i = 0; i < Others; i++)
        {
            var other = await portal.Data.CreatePartnershipAsync();
            await portal.Data.CreateNoteAsync(other, (await portal.Data.CreatePlanAsync(other, projects: 20)).ProjectIds[0], "Note", released: true);
        }

        await using var connection = new NpgsqlConnection(portal.OwnerConnection);
        await connection.OpenAsync();
        foreach (var (table, column, count) in Items)
        {
            await ExecuteAsync(connection, await CopiesAsync(connection, table, column, count));
        }

        await ExecuteAsync(connection, "vacuum analyze");
        return (here, plan);
    }

    /// <summary>Rows like those that are there, with other words: 25 of some 100, and once in a thousand a word that is nowhere else.</summary>
    private static async Task<string> CopiesAsync(NpgsqlConnection connection, string table, string column, int count)
    {
        await using var command = new NpgsqlCommand(
            $"select string_agg(attname, ', ' order by attnum) from pg_attribute where attrelid = '{table}'::regclass and attnum > 0 and not attisdropped and attgenerated = ''",
            connection);
        var columns = ((string)(await command.ExecuteScalarAsync())!).Split(", ");
        var values = columns.Select(c => c == "id" ? "gen_random_uuid()" : c == column ? "w.words" : $"r.{c}");
        return new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"insert into {table} ({string.Join(", ", columns)}) select {string.Join(", ", values)} ")
            .Append(CultureInfo.InvariantCulture, $"from generate_series(1, {count}) g cross join (select distinct on (tenant_id) * from {table} order by tenant_id, id) r ")
            .Append("cross join lateral (select left(string_agg(word, ' ' order by md5(word || g || r.tenant_id)), 180) ")
            .Append("|| case when g % 1000 = 7 then ' kingfisher' else '' end as words from unnest(string_to_array('").Append(Vocabulary)
            .Append("', ' ')) word where md5(g || word || r.tenant_id) < '4') w order by g, r.tenant_id").ToString();
    }

    private const string Vocabulary =
        "children families accommodation accommodated care plan plans planning leavers young people health wellbeing mental school schools nursery education "
        + "training staff team teams worker workers social police nurse nurses support supported early help intervention risk risks safe safety protect "
        + "protection neglect harm abuse trauma listen listened views voice participation rights advocacy brothers sisters contact foster carers kinship "
        + "residential housing tenancy employment college university apprenticeship transition transitions review reviews audit audits quality improve "
        + "improvement improved measure measures outcome outcomes data report reports board committee chief officers lead leaders leadership culture "
        + "trust family time court order orders permanence adoption hearing panel register referral referrals assessment assessments chronology";

    private static async Task ExplainAsync(PortalFixture portal, TestPartnership here, TextWriter output)
    {
        await using var owner = new NpgsqlConnection(portal.OwnerConnection);
        await owner.OpenAsync();
        await ExecuteAsync(owner, "create extension if not exists btree_gin; create index gin_update_entries on update_entries using gin (tenant_id, search_text); analyze update_entries");
        await using var app = new NpgsqlConnection(portal.AppConnection);
        await app.OpenAsync();
        await ExecuteAsync(app, $"select set_config('app.tenant', '{here.Id}', false)");
        foreach (var (who, connection) in new[] { ("With a GIN index, the owner", owner), ("With a GIN index, portal_app", app) })
        {
            await output.WriteLineAsync($"{who}:");
            await using var command = new NpgsqlCommand(
                $"explain (analyze, costs off, summary on) select id from update_entries where tenant_id = {here.Id} and search_text @@ to_tsquery('english', 'kingfisher')", connection);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                await output.WriteLineAsync($"  {reader.GetString(0)}");
            }
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync();
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
