using InspectionPortal.Web.Tests.Tenancy;
using Npgsql;

namespace InspectionPortal.Web.Tests.Guardrails;

/// <summary>Walks every table that the scrutiny role can read, under the role itself: it shows the granted plan and no other.</summary>
public sealed class ScrutinyGuardrails(TwoPlans portal) : IClassFixture<TwoPlans>
{
    /// <summary>Tables whose rows belong to no plan. Adding to it is a decision about what every scrutiny body may read.</summary>
    private static readonly Dictionary<string, string> OfNoPlan = new(StringComparer.Ordinal)
    {
        ["partnerships"] = "The platform's list of partnerships: name, words and key to ratings, which every page needs.",
        ["scrutiny_bodies"] = "The platform's list of scrutiny bodies.",
    };

    /// <summary>Tables of which some rows belong to no plan, and those rows.</summary>
    private static readonly Dictionary<string, string> PartlyOfNoPlan = new(StringComparer.Ordinal)
    {
        // Which organisations and groups there are, and which reports to which, is the same for every plan.
        ["agencies"] = "kind not in ('Service', 'Team')",
    };

    /// <summary>Tables that a grant of approved reports opens; the others need the live plan.</summary>
    private static readonly string[] OfReports = ["plans", "reporting_periods", "published_reports", "report_withholdings", "evidence_versions", "evidence_items"];

    [Fact]
    public async Task Table_WithTheGrantOfOnePlan_ShowsNoRowOfTheOther()
    {
        var failures = new List<string>();
        foreach (var (table, columns) in await TablesAsync())
        {
            var rows = await RowsAsync(Scrutiny(portal.Granted.Id, live: true), $"select concat_ws('|', {columns}) from {table}");
            failures.AddRange(rows.Where(r => r.Contains(portal.OtherCanary, StringComparison.Ordinal) && !OfNoPlan.ContainsKey(table)).Select(r => $"{table}: {r}"));
            if (rows.Count == 0 && !OfNoPlan.ContainsKey(table))
            {
                failures.Add($"{table} shows nothing of the plan that is granted, so this test says nothing about it.");
            }
        }

        Assert.Empty(failures);
    }

    [Fact]
    public async Task Table_WithAGrantOfNeitherPlan_ShowsNothing()
    {
        var failures = new List<string>();
        foreach (var (table, _) in (await TablesAsync()).Where(t => !OfNoPlan.ContainsKey(t.Table)))
        {
            foreach (var settings in new[] { Scrutiny(Guid.NewGuid(), live: true), Scrutiny(null, live: true), $"set local role portal_scrutiny; set local app.tenants = '{portal.Here.Id}'" })
            {
                failures.AddRange((await RowsAsync(settings, Count(table))).Select(n => $"{table}: {n} rows"));
            }
        }

        Assert.Empty(failures);
    }

    [Fact]
    public async Task Table_WithAGrantOfApprovedReports_ShowsReportsAndWhatTheyList()
    {
        var seen = new List<string>();
        foreach (var (table, _) in (await TablesAsync()).Where(t => !OfNoPlan.ContainsKey(t.Table)))
        {
            seen.AddRange((await RowsAsync(Scrutiny(portal.Granted.Id, live: false), Count(table))).Select(_ => table));
        }

        Assert.Equal(OfReports.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Table_GrantOfAnotherPartnershipsPlanWithTheSameId_ShowsNothing()
    {
        var elsewhere = await portal.Data.CreatePartnershipAsync();
        var settings =
            $"set local role portal_scrutiny; set local app.tenants = '{elsewhere.Id},{portal.Here.Id}'; "
            + $"set local app.plans = '{portal.Granted.Id},{portal.Other.Id}'; set local app.live = 'true,true'";

        Assert.Equal([$"{portal.Other.Id}"], await RowsAsync(settings, "select id::text from plans"));
        Assert.Equal([$"{portal.Other.AimId}"], await RowsAsync(settings, "select id::text from stretch_aims"));
    }

    private static string Count(string table) =>
        $"select count(*)::text from {table} where not ({PartlyOfNoPlan.GetValueOrDefault(table, "false")}) having count(*) > 0";

    private string Scrutiny(Guid? plan, bool live) =>
        $"set local role portal_scrutiny; set local app.tenants = '{portal.Here.Id}'; set local app.plans = '{plan}'; set local app.live = '{(live ? "true" : "false")}'";

    /// <summary>Tables of which the scrutiny role can read at least one column, with those columns.</summary>
    private async Task<List<(string Table, string Columns)>> TablesAsync()
    {
        var found = await RowsAsync(
            "select",
            """
            select case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname || ':' || string_agg(format('%I::text', a.attname), ', ' order by a.attnum)
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            join pg_namespace n on n.oid = c.relnamespace and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
            where c.relkind in ('r', 'p', 'v', 'm') and has_schema_privilege('portal_scrutiny', n.oid, 'usage')
            and has_column_privilege('portal_scrutiny', c.oid, a.attnum, 'select')
            group by n.nspname, c.relname
            """);
        Assert.NotEmpty(found);
        return [.. found.Select(f => (f.Split(':', 2)[0], f.Split(':', 2)[1]))];
    }

    private async Task<List<string>> RowsAsync(string settings, string sql)
    {
        await using var connection = new NpgsqlConnection(portal.AppConnection);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var set = new NpgsqlCommand(settings, connection))
        {
            await set.ExecuteNonQueryAsync();
        }

        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
