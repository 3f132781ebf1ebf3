using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Data.Auditing;
using InspectionPortal.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InspectionPortal.Web.Tests.Features.Audit;

/// <summary>Nobody changes the audit or the access log unnoticed, not even who owns the database.</summary>
public sealed class AuditChainTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task Verify_WhatThePortalWrote_IsWhole()
    {
        var (here, _) = await MadeAsync();

        var verdict = await VerifyAsync(here);

        Assert.Null(verdict.Broken);
        Assert.Equal(await CountAsync(here), verdict.Entries);
        Assert.Equal(verdict.LastHash, await portal.Data.InTenantAsync(here.Id, d => d.AuditHeads.Select(h => h.Hash).SingleAsync()));
        Assert.Contains(await LogsAsync(here), log => log == AuditLogKind.Access);
    }

    [Theory]
    [InlineData("update audit_entries e set changes = '{}' where {3}", "entry 3 (")]
    [InlineData("update audit_entries e set at = at + interval '1 microsecond' where {3}", "entry 3 (")]
    [InlineData("update audit_entries e set user_id = gen_random_uuid() where {3}", "entry 3 (")]
    [InlineData("update audit_entries e set action = 'Changed', command = 'Nothing' where {3}", "Changed")]
    [InlineData("update audit_links e set hash = repeat('a', 64) where {3}", "entry 3 (")]
    [InlineData("delete from audit_entries e where {3}", "entry 3 (")]
    [InlineData("delete from audit_entries e where {3}; delete from audit_links e where number = 3 and tenant_id = {tenant}", "entry 3 is missing")]
    [InlineData("delete from audit_links e where number = 3 and tenant_id = {tenant}", "entry 3 is missing")]
    [InlineData("update audit_links set number = -number where number in (3, 4) and tenant_id = {tenant}; update audit_links set number = 7 + number where number in (-3, -4) and tenant_id = {tenant}", "entry 3 (")]
    [InlineData("update access_entries set what = 'Nothing much' where tenant_id = {tenant}", "read by")]
    [InlineData("delete from access_entries where tenant_id = {tenant}", "deleted from the access log")]
    [InlineData("set session_replication_role = replica; insert into audit_entries select e.tenant_id, gen_random_uuid(), e.at, e.user_id, e.action, e.entity_type, e.entity_id, e.command, e.changes from audit_entries e where {3}", "an entry without a number")]
    [InlineData("delete from audit_heads where tenant_id = {tenant}", "0 were sealed")]
    [InlineData("set session_replication_role = replica; update audit_heads set hash = repeat('b', 64), number = number + 1 where tenant_id = {tenant}", "were sealed")]
    public async Task Verify_TamperedByTheOwner_NamesTheFirstBrokenEntry(string sql, string expected)
    {
        var (here, _) = await MadeAsync();
        var (other, _) = await MadeAsync();

        await AsOwnerAsync(sql
            .Replace("{tenant}", $"{here.Id}", StringComparison.Ordinal)
            .Replace("{3}", $"(e.tenant_id, e.id) = (select l.tenant_id, l.id from audit_links l where l.number = 3 and l.tenant_id = {here.Id})", StringComparison.Ordinal));

        Assert.Contains(expected, (await VerifyAsync(here)).Broken, StringComparison.Ordinal);
        Assert.Null((await VerifyAsync(other)).Broken);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Verify_EndCutOff_SaysHowManyWereSealed(int entries)
    {
        var (here, _) = await MadeAsync();
        var count = await CountAsync(here);

        await AsOwnerAsync(
            $"""
            create temp table gone as select id from audit_links where tenant_id = {here.Id} and number > {count - entries};
            delete from audit_entries where tenant_id = {here.Id} and id in (select id from gone);
            delete from access_entries where tenant_id = {here.Id} and id in (select id from gone);
            delete from audit_links where tenant_id = {here.Id} and id in (select id from gone);
            """);

        Assert.Equal($"entry {count - entries + 1} and what follows it were deleted: {count} were sealed, {count - entries} are there", (await VerifyAsync(here)).Broken);
    }

    [Fact]
    public async Task Verify_PublishedReportChanged_NamesIt()
    {
        var (here, plan) = await MadeAsync();
        await portal.Data.PublishReportAsync(here, plan);
        await AsOwnerAsync($"update published_reports set sha256 = encode(sha256(snapshot), 'hex') where tenant_id = {here.Id}");
        Assert.Null((await VerifyAsync(here)).Broken);

        await AsOwnerAsync($"update published_reports set snapshot = snapshot || '\\x20' where tenant_id = {here.Id}");

        Assert.Contains("published report", (await VerifyAsync(here)).Broken, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("update published_reports set scrutiny_edition = convert_to('{}', 'UTF8') where tenant_id = {tenant}", "edition for scrutiny bodies")]
    [InlineData(
        "update published_reports set snapshot = s.snapshot, sha256 = s.sha256, scrutiny_edition = s.scrutiny_edition from submissions s where {others}",
        "differs from the submission")]
    [InlineData("update submissions set snapshot = snapshot || '\\x00' where tenant_id = {tenant}", "differs from the submission")]
    [InlineData("update published_reports set correction_reason = 'Made up' where tenant_id = {tenant}", "its period, state or reason")]
    [InlineData("delete from published_reports where tenant_id = {tenant}", "was deleted: its submission")]
    public async Task Verify_PublishedReportTampered_NamesTheFirstBrokenOne(string sql, string expected)
    {
        var ((here, plan), (there, other)) = (await MadeAsync(), await MadeAsync());
        await portal.Data.PublishReportAsync(here, plan);
        await portal.Data.PublishReportAsync(there, other);
        Assert.Null((await VerifyAsync(here)).Broken);

        await AsOwnerAsync(sql
            .Replace("{tenant}", $"{here.Id}", StringComparison.Ordinal)
            .Replace("{others}", $"published_reports.tenant_id = {here.Id} and s.tenant_id = {there.Id}", StringComparison.Ordinal));

        var broken = (await VerifyAsync(here)).Broken;
        Assert.Contains(expected, broken, StringComparison.Ordinal);
        Assert.StartsWith("the published report “July to September 2020”", broken, StringComparison.Ordinal);
        Assert.Null((await VerifyAsync(there)).Broken);
    }

    [Fact]
    public async Task Write_ManyAtOnce_IsOneChainWithoutAGap()
    {
        var (here, _) = await MadeAsync();
        var before = await CountAsync(here);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => portal.Data.InTenantAsync(here.Id, async database =>
        {
            database.Add(new Plan { Title = $"First {i}" });
            await database.SaveChangesAsync();
            database.Add(new Plan { Title = $"Second {i}" });
            return true;
        })));

        Assert.Null((await VerifyAsync(here)).Broken);
        Assert.Equal(before + 16, await CountAsync(here));
    }

    [Fact]
    public async Task Write_WhileAnotherIsStillAtWork_DoesNotWaitForIt()
    {
        var (here, _) = await MadeAsync();

        await portal.Data.InTenantAsync(here.Id, async database =>
        {
            database.Add(new Plan { Title = "Long work" });
            await database.SaveChangesAsync();
            await portal.Data.InTenantAsync(here.Id, async meanwhile =>
            {
                await meanwhile.Database.ExecuteSqlAsync($"set local lock_timeout = '5s'");
                meanwhile.Add(new Plan { Title = "Short work" });
                return true;
            });
            return true;
        });

        Assert.Null((await VerifyAsync(here)).Broken);
    }

    [Fact]
    public async Task Write_RolledBack_LeavesNoGap()
    {
        var (here, _) = await MadeAsync();
        var before = await CountAsync(here);

        await Assert.ThrowsAsync<InvalidOperationException>(() => portal.Data.InTenantAsync<bool>(here.Id, async database =>
        {
            database.Add(new Plan { Title = "Never" });
            await database.SaveChangesAsync();
            throw new InvalidOperationException("Stopped");
        }));

        Assert.Equal(before, await CountAsync(here));
        Assert.Null((await VerifyAsync(here)).Broken);
    }

    [Fact]
    public async Task Read_AcrossPartnershipsByTwoOfficersAtOnce_IsSealedInEach()
    {
        var ((first, firstPlan), (second, secondPlan)) = (await MadeAsync(), await MadeAsync());
        var officers = new List<TestPerson>();
        foreach (var (one, onePlan, two, twoPlan) in new[] { (first, firstPlan, second, secondPlan), (second, secondPlan, first, firstPlan) })
        {
            var officer = await portal.Data.CreateOfficerAsync(one, onePlan, GrantScope.LivePlan);
            await portal.Data.GrantAsync(two, twoPlan, officer.BodyId, GrantScope.LivePlan);
            officers.Add(officer.Person);
        }

        var pages = await Task.WhenAll(Enumerable.Range(0, 4).SelectMany(_ => officers).Select(o => portal.ClientFor(o).GetPageAsync("/inspect")));

        Assert.All(pages, page => page.ShouldBeOk());
        Assert.Equal((8, 8), (await ReadsAsync(first), await ReadsAsync(second)));
        Assert.Null((await VerifyAsync(first)).Broken);
        Assert.Null((await VerifyAsync(second)).Broken);
    }

    [Theory]
    [InlineData("update audit_links set hash = 'x'")]
    [InlineData("delete from audit_links")]
    [InlineData("delete from audit_heads")]
    [InlineData("update audit_heads set number = number - 1")]
    [InlineData("update audit_heads set hash = 'x'")]
    [InlineData("update audit_entries set changes = '{}'")]
    [InlineData("delete from access_entries")]
    [InlineData("alter table audit_entries disable trigger all")]
    [InlineData("set session_replication_role = replica")]
    public async Task Change_AsThePortalsOwnRole_IsRefused(string sql)
    {
        var (here, _) = await MadeAsync();

        var refused = await Assert.ThrowsAsync<PostgresException>(() => portal.Data.InTenantAsync(here.Id, async database =>
        {
            await database.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
            return true;
        }));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Migrate_EntriesFromBefore_AreSealedInTheOrderTheyWereWritten()
    {
        var (here, _) = await MadeAsync();
        await AsOwnerAsync(
            """
            drop table page_revisions;
            drop function portal_raise_page_revision, portal_count_changes, portal_protect cascade;
            alter function portal_protect_rows rename to portal_protect;
            drop table audit_links, audit_heads;
            drop function portal_head_moves_forward, portal_count_unsealed, portal_seal, portal_seal_audit, portal_seal_access, portal_canonical, portal_microseconds cascade;
            delete from "__EFMigrationsHistory" where "MigrationId" in ('20261129080010_AuditChain', '20261207030000_AddPageRevisions');
            """);

        await portal.Host.MigrateAsync();

        var verdict = await VerifyAsync(here);
        Assert.Null(verdict.Broken);
        Assert.Equal(await CountAsync(here), verdict.Entries);
        Assert.True(verdict.Entries > 3);
    }

    private async Task<(TestPartnership Partnership, TestPlan Plan)> MadeAsync()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here, projects: 1);
        var officer = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan);
        (await portal.ClientFor(officer.Person).GetPageAsync(here.PlanPath)).ShouldBeOk();
        return (here, plan);
    }

    private Task<AuditVerdict> VerifyAsync(TestPartnership partnership) => portal.Host.Services.GetRequiredService<PartnershipScopes>().RunAsync(
        partnership.Id, null, "Test", services => services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));

    private Task<int> CountAsync(TestPartnership partnership) => portal.Data.InTenantAsync(
        partnership.Id, async database => await database.AuditEntries.CountAsync() + await database.AccessEntries.CountAsync());

    private Task<List<AuditLogKind>> LogsAsync(TestPartnership partnership) =>
        portal.Data.InTenantAsync(partnership.Id, database => database.AuditLinks.Select(l => l.Log).ToListAsync());

    private Task<int> ReadsAsync(TestPartnership partnership) => portal.Data.InTenantAsync(
        partnership.Id, database => database.AccessEntries.CountAsync(e => e.Path == "/inspect"));

    private async Task AsOwnerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(portal.OwnerConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
