using System.Diagnostics;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Tests.Features.Reports;
using Npgsql;
using Xunit.Abstractions;

namespace InspectionPortal.Web.Tests.Features.Scrutiny;

/// <summary>A link officer with three hundred partnerships.</summary>
public sealed class InspectManyTests(OwnPortal portal, ITestOutputHelper output) : IClassFixture<OwnPortal>
{
    private const int Many = 300;
    private const int MostCommands = 16;
    private const int MostBytes = 300 * 1024;

    [Theory]
    [InlineData(GrantScope.ApprovedReports)]
    [InlineData(GrantScope.LivePlan)]
    public async Task Get_Inspect_ThreeHundredPartnerships_StaysWithinThePagesBudget(GrantScope scope)
    {
        var here = await QuarterSteps.MakeAsync(portal, projects: 20);
        var (partnership, plan) = (here.Partnership, here.Plan);
        foreach (var project in plan.ProjectIds)
        {
            await portal.Data.AcceptUpdateAsync(partnership, plan, project);
        }

        await portal.Data.CreateNoteAsync(partnership, plan.ProjectIds[0], "Minutes", released: true);
        await here.CloseAsync();
        await here.SubmitAsync();
        await here.ApproveAsync(partnership.Chief);
        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, scope);
        var client = portal.ClientFor(officer.Person);
        foreach (var since in new[] { "Quarter", "Year" })
        {
            await client.GetPageAsync($"/inspect?since={since}");
        }

        var (one, _) = await CountAsync(client, "Year");
        await CopyAsync(partnership.Id);
        foreach (var since in new[] { "Quarter", "Year", "Visit" })
        {
            var (commands, bytes) = await CountAsync(client, since);

            Assert.True(commands <= MostCommands, $"{since}: {commands} commands.");
            Assert.True(bytes < MostBytes, $"{since}: {bytes} bytes.");
            if (since == "Year")
            {
                Assert.Equal(one, commands);
            }
        }
    }

    private async Task<(int Commands, int Bytes)> CountAsync(HttpClient client, string since)
    {
        portal.Host.Commands.Reset();
        var watch = Stopwatch.StartNew();
        var page = (await client.GetPageAsync($"/inspect?since={since}")).ShouldBeOk();
        var commands = portal.Host.Commands.Texts.Count(t => !t.Contains("set_config", StringComparison.Ordinal));
        output.WriteLine(
            $"{since}: {page.Document.QuerySelectorAll(".p-inspect tbody tr").Length} rows on the page, {commands} commands, "
            + $"{page.Html.Length / 1024} KB, {watch.ElapsedMilliseconds} ms.");
        return (commands, page.Html.Length);
    }

    /// <summary>Copies a partnership with all its rows, each with ids of its own, behind the app's back.</summary>
    private async Task CopyAsync(int tenant)
    {
        await using var connection = new NpgsqlConnection(portal.OwnerConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $$"""
            set session_replication_role = replica;
            do $do$
            declare
              the_table text;
              the_columns text;
              the_values text;
            begin
              insert into partnerships (id, {{await ColumnsAsync(connection, "id", "slug", "name")}}, slug, name)
              select {{tenant}} * 1000 + g, {{await ColumnsAsync(connection, "id", "slug", "name")}}, slug || g, name || ' ' || g
              from partnerships, generate_series(1, {{Many - 1}}) g where id = {{tenant}};
              for the_table in select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' loop
                select string_agg(quote_ident(a.attname), ', '), string_agg(case
                  when a.attname = 'tenant_id' then '{{tenant}} * 1000 + g'
                  when format_type(a.atttypid, null) = 'uuid' and a.attname not in ('user_id', 'body_id', 'officer_user_id') and a.attname not like '%\_user\_id'
                    then format('case when %1$I = %2$L then %1$I else md5(%1$I::text || g)::uuid end', a.attname, '{{Guid.Empty}}')
                  else quote_ident(a.attname) end, ', ')
                into the_columns, the_values
                from pg_attribute a where a.attrelid = ('public.' || quote_ident(the_table))::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '';
                execute format('insert into %I (%s) select %s from %I, generate_series(1, %s) g where tenant_id = %s', the_table, the_columns, the_values, the_table, {{Many - 1}}, {{tenant}});
              end loop;
            end $do$;
            set session_replication_role = origin;
            analyze;
            """,
            connection)
        {
            CommandTimeout = 300,
        };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> ColumnsAsync(NpgsqlConnection connection, params string[] without)
    {
        await using var command = new NpgsqlCommand(
            "select string_agg(quote_ident(attname), ', ') from pg_attribute where attrelid = 'partnerships'::regclass and attnum > 0 and not attisdropped "
            + "and attgenerated = '' and attname <> all (@without)", connection);
        command.Parameters.AddWithValue("without", without);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
