using System.Data.Common;
using System.Text.Json;
using System.Text.RegularExpressions;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace InspectionPortal.Web.Tests.Guardrails;

/// <summary>
/// Asks the database how it would run each statement of each page in an installation of many partnerships, with whole-table scans
/// switched off. What is still read whole then has no index that would help, and gets slower with each partnership that joins.
/// </summary>
public sealed partial class StatementPlanGuardrails(PortalWithoutCache portal) : IClassFixture<PortalWithoutCache>
{
    /// <summary>Tables that may be read whole, and why.</summary>
    private static readonly Dictionary<string, string> MayBeReadWhole = new(StringComparer.Ordinal)
    {
        ["__EFMigrationsHistory"] = "a row for each migration",
        ["scrutiny_bodies"] = "some dozens in a country",
    };

    /// <summary>Pages that may read a table whole, and why.</summary>
    private static readonly Dictionary<string, string> MayReadWhole = new(StringComparer.Ordinal)
    {
        ["GET admin: partnerships"] = "counts how many there are and how many are active",
        ["GET admin: scrutiny_officers"] = "lists the link officers of every scrutiny body",
    };

    /// <summary>Tables with a few rows for each plan, and updates of one project.</summary>
    private static readonly string[] MayBeNumbered =
        ["plans", "reporting_periods", "reporting_calendars", "submissions", "partnership_jobs", "progress_updates"];

    private const int Partnerships = 5000;

    [Fact]
    public async Task Statement_OfAPage_ReadsNoTableWhole()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here, 3);
        await portal.Data.CreateNoteAsync(here, plan.ProjectIds[0], "Note", released: true);
        await portal.Data.AcceptUpdateAsync(here, plan, plan.ProjectIds[0]);
        await portal.Data.CreateImportAndArchiveAsync(here, plan);
        var officer = (await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan)).Person;
        var administrator = await portal.Data.CreatePersonAsync(administrator: true);
        var ids = (await TenantIds.ReadAsync(portal.Data, here)).Of(plan);
        await portal.Data.DelegateAsync(here, here.Chief, here.Contributor);
        await portal.Data.InTenantAsync(here.Id, database => database.Database.ExecuteSqlAsync(
            $"insert into user_passkeys (credential_id, user_id, \"Data\") values ('\\x01', {here.Lead.Id}, '{{}}')"));
        await new ManyPartnerships(portal.OwnerConnection, here.Id)
        {
            WithPeople = true,
            Only = ["memberships", "scrutiny_grants", "approval_delegations"],
        }.CopyAsync(Partnerships);
        var partial = await PartialIndexesAsync();
        var (found, seen) = (new SortedSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var page in new EndpointWalk(portal.Host).All().Where(e => e.Method == "GET" && e.Place is not null))
        {
            var isOfPlatform = page.Place == EndpointPlace.Platform;
            var path = page.Path(segment => ids.BySegment.GetValueOrDefault(segment, here.Lead.Id));
            var address = new Uri(isOfPlatform ? path : $"/{here.Slug}{path}", UriKind.Relative);
            foreach (var person in new[] { here.Lead, officer, isOfPlatform ? administrator : here.Chief })
            {
                portal.Host.Commands.BeforeQuery = async command =>
                {
                    if (seen.Add($"{person.Id} {command.CommandText}"))
                    {
                        found.UnionWith((await ReadWholeAsync(command, partial)).Select(t => $"{page.Name}: {t}"));
                    }
                };
                await portal.ClientFor(person).GetAsync(address);
            }
        }

        portal.Host.Commands.BeforeQuery = null;
        found.RemoveWhere(f => MayBeReadWhole.ContainsKey(f.Split(": ")[1]));
        Assert.True(seen.Count > 200, $"Only {seen.Count} statements.");
        Assert.True(
            found.SetEquals(MayReadWhole.Keys),
            string.Join('\n', found.Except(MayReadWhole.Keys).DefaultIfEmpty("An exception is not needed any more.")));

        // The first of each group by numbering all rows of all groups; for a link officer even once for each group.
        Assert.Empty(seen.SelectMany(s => NumberedRows().Matches(s).Select(m => m.Groups["table"].Value)).Distinct().Except(MayBeNumbered, StringComparer.Ordinal));
    }

    /// <summary>Indexes that hold only the rows that a page asks for: reading one whole is no fault.</summary>
    private async Task<HashSet<string>> PartialIndexesAsync()
    {
        await using var connection = new NpgsqlConnection(portal.OwnerConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select array_agg(c.relname::text) from pg_index i join pg_class c on c.oid = i.indexrelid where i.indpred is not null", connection);
        return [.. (string[])(await command.ExecuteScalarAsync())!];
    }

    private static async Task<IReadOnlyCollection<string>> ReadWholeAsync(DbCommand command, HashSet<string> partial)
    {
        var connection = (NpgsqlConnection)command.Connection!;
        var transaction = (NpgsqlTransaction?)command.Transaction;
        await using (var settings = new NpgsqlCommand("select set_config('enable_seqscan', 'off', true)", connection, transaction))
        {
            await settings.ExecuteNonQueryAsync();
        }

        await using var explain = new NpgsqlCommand($"explain (format json) {command.CommandText}", connection, transaction);
        explain.Parameters.AddRange(command.Parameters.OfType<NpgsqlParameter>().Select(p => p.Clone()).ToArray());
        using var plan = JsonDocument.Parse((string)(await explain.ExecuteScalarAsync())!);
        return [.. Scans(plan.RootElement[0].GetProperty("Plan"), isCut: false, partial)];
    }

    /// <summary>Tables of which a plan reads every row; not where it walks an index for the first few.</summary>
    private static IEnumerable<string> Scans(JsonElement node, bool isCut, HashSet<string> partial)
    {
        var kind = node.GetProperty("Node Type").GetString();
        if (node.TryGetProperty("Relation Name", out var table)
            && (kind == "Seq Scan" || (kind is "Index Scan" or "Index Only Scan" && !isCut && !node.TryGetProperty("Index Cond", out _)
                && !partial.Contains(node.GetProperty("Index Name").GetString()!))))
        {
            yield return table.GetString()!;
        }

        if (node.TryGetProperty("Plans", out var parts))
        {
            foreach (var scan in parts.EnumerateArray().SelectMany(p => Scans(p, kind == "Limit" || (isCut && kind is not ("Sort" or "Hash" or "Aggregate" or "WindowAgg")), partial)))
            {
                yield return scan;
            }
        }
    }

    [GeneratedRegex(@"ROW_NUMBER\(\) OVER\([^)]*\) AS row\s+FROM (?<table>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex NumberedRows();
}
