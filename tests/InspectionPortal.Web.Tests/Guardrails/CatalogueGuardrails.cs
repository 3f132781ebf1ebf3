using InspectionPortal.Testing;
using Npgsql;

namespace InspectionPortal.Web.Tests.Guardrails;

/// <summary>Walks every table, key, index, policy and privilege that the migrated database has.</summary>
public sealed class CatalogueGuardrails(OwnPortal portal) : IClassFixture<OwnPortal>
{
    private static readonly string[] PlatformTables =
    [
        "__EFMigrationsHistory", "partnerships", "users", "user_claims", "user_logins", "user_tokens", "user_passkeys", "scrutiny_bodies",
        "scrutiny_officers", "platform_audit_entries", "sign_in_failures", "data_protection_keys", "user_sessions", "outbox_messages", "security_events",
        "notification_preferences", "invitations", "calendar_feeds", "page_revisions",
    ];

    private static readonly string[] WrittenOnce =
        ["audit_entries", "access_entries", "audit_links", "platform_audit_entries", "deadline_slips", "approvals", "published_reports", "point_corrections", "signal_answers"];

    private const string TenantTables =
        """
        select c.oid, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind in ('r', 'p')
          and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
        """;

    [Fact]
    public async Task Table_WithoutTenant_IsOnThePlatformList()
    {
        var tables = await ColumnAsync(
            """
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind in ('r', 'p')
              and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
            """);

        Assert.Empty(tables.Except(PlatformTables, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Table_OfTenant_ForcesRowLevelSecurity()
    {
        var open = await ColumnAsync(
            $"select t.relname from ({TenantTables}) t join pg_class c on c.oid = t.oid where not (c.relrowsecurity and c.relforcerowsecurity)");

        Assert.Empty(open);
        Assert.NotEmpty(await ColumnAsync($"select relname from ({TenantTables}) t"));
    }

    [Fact]
    public async Task PlatformTable_ThatPartnershipsWriteTo_IsClosedToThemForReading()
    {
        var open = await ColumnAsync(
            """
            select tablename || ': ' || policyname from pg_policies
            where schemaname = 'public' and tablename in ('outbox_messages', 'security_events', 'invitations') and cmd <> 'INSERT'
              and qual not in (
                '(NULLIF(current_setting(''app.tenant''::text, true), ''''::text) IS NULL)',
                '(partnership_id = (NULLIF(current_setting(''app.tenant''::text, true), ''''::text))::integer)')
            """);
        var unguarded = await ColumnAsync(
            """
            select relname from pg_class
            where relname in ('outbox_messages', 'security_events', 'invitations') and not (relrowsecurity and relforcerowsecurity)
            """);

        Assert.Empty(open);
        Assert.Empty(unguarded);
    }

    [Fact]
    public async Task Table_OfTenant_HasTheTenantPolicyForReadingAndWriting()
    {
        var without = await ColumnAsync(
            $"""
            select t.relname from ({TenantTables}) t where not exists (
              select from pg_policies p where p.schemaname = 'public' and p.tablename = t.relname and p.policyname = 'tenant' and p.cmd = 'ALL'
                and p.qual = '(tenant_id = (NULLIF(current_setting(''app.tenant''::text, true), ''''::text))::integer)'
                and p.with_check = p.qual)
            """);
        var other = await ColumnAsync(
            $"""
            select tablename || ': ' || policyname || ' ' || cmd from pg_policies
            where schemaname = 'public' and policyname <> 'tenant' and cmd <> 'SELECT' and tablename in (select relname from ({TenantTables}) t)
            """);

        Assert.Empty(without);
        Assert.Empty(other);
    }

    [Fact]
    public async Task Policy_BeyondTheTenant_NamesTheGrantedListOrTheReaderThemselves()
    {
        var strays = await ColumnAsync(
            """
            select tablename || ': ' || policyname from pg_policies
            where schemaname = 'public' and policyname <> 'tenant' and tablename not in (
                'outbox_messages', 'security_events', 'invitations', 'calendar_feeds')
              and not (policyname = 'scrutiny' and roles = '{portal_scrutiny}' and qual like '%app.tenants%')
              and not (policyname = 'own' and roles = '{portal_app}' and qual like '%app.user%')
            """);

        Assert.Empty(strays);
    }

    [Fact]
    public async Task Key_OfTenantTable_StartsWithTenant()
    {
        var keys = await ColumnAsync(
            $"""
            select t.relname || ' ' || pg_get_constraintdef(k.oid) from ({TenantTables}) t
            join pg_constraint k on k.conrelid = t.oid and k.contype = 'p'
            where pg_get_constraintdef(k.oid) <> 'PRIMARY KEY (tenant_id, id)'
            """);

        Assert.Empty(keys);
    }

    [Fact]
    public async Task ForeignKey_BetweenTenantTables_CarriesTenant()
    {
        var crossing = await ColumnAsync(
            $"""
            select t.relname || ' ' || pg_get_constraintdef(k.oid) from ({TenantTables}) t
            join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
            where k.confrelid in (select oid from ({TenantTables}) o)
              and pg_get_constraintdef(k.oid) not like 'FOREIGN KEY (tenant_id, %) REFERENCES %(tenant_id, id)%'
            """);

        Assert.Empty(crossing);
    }

    [Fact]
    public async Task Index_OfTenantTable_StartsWithTenant()
    {
        var others = await ColumnAsync(
            $"""
            select i.indexname from pg_indexes i join ({TenantTables}) t on t.relname = i.tablename
            where i.schemaname = 'public' and i.indexdef like '%USING btree%' and i.indexdef not like '%USING btree (tenant_id%'
            """);

        Assert.Empty(others);
    }

    [Fact]
    public async Task AppRole_OwnsNothingAndIsNoSuperuser()
    {
        Assert.Empty(await ColumnAsync(
            "select relname from pg_class where relowner in (select oid from pg_roles where rolname in ('portal_app', 'portal_scrutiny'))"));
        Assert.Empty(await ColumnAsync(
            "select rolname from pg_roles where rolname in ('portal_app', 'portal_scrutiny') and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)"));
    }

    [Fact]
    public async Task AppRole_OnWhatIsWrittenOnce_CanNeitherUpdateNorDelete()
    {
        var changeable = await ColumnAsync(
            """
            select table_name || ' ' || privilege_type from information_schema.role_table_grants
            where grantee = 'portal_app' and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')
            """);

        Assert.DoesNotContain(changeable, c => WrittenOnce.Append("submissions").Any(t => c.StartsWith($"{t} ", StringComparison.Ordinal)));
        Assert.Equal(
            ["state"],
            await ColumnAsync(
                "select column_name from information_schema.column_privileges where grantee = 'portal_app' and table_name = 'submissions' and privilege_type = 'UPDATE'"));
    }

    [Fact]
    public async Task ScrutinyRole_Anywhere_CanOnlySelect()
    {
        Assert.Empty(await ColumnAsync(
            """
            select table_name || '.' || column_name || ' ' || privilege_type from information_schema.column_privileges
            where grantee = 'portal_scrutiny' and privilege_type <> 'SELECT'
            union all
            select table_name || ' ' || privilege_type from information_schema.role_table_grants
            where grantee = 'portal_scrutiny' and privilege_type <> 'SELECT'
            """));
    }

    [Theory]
    [InlineData("progress_updates", "help_needed")]
    [InlineData("progress_updates", "review_comment")]
    [InlineData("progress_updates", "rag_proposed")]
    [InlineData("published_reports", "snapshot")]
    [InlineData("submissions", "snapshot")]
    [InlineData("approvals", "comment")]
    [InlineData("memberships", "user_id")]
    [InlineData("users", "email")]
    [InlineData("audit_entries", "changes")]
    [InlineData("scrutiny_grants", "id")]
    [InlineData("measure_points", "entered_by_user_id")]
    [InlineData("point_corrections", "by_user_id")]
    [InlineData("signal_answers", "by_user_id")]
    [InlineData("update_figures", "value_text")]
    public async Task ScrutinyRole_OnWhatLinkOfficersNeverSee_CannotRead(string table, string column) => Assert.Empty(await ColumnAsync(
        $"select column_name from information_schema.column_privileges where grantee = 'portal_scrutiny' and table_name = '{table}' and column_name = '{column}'"));

    [Fact]
    public async Task Jobs_Tables_HoldNoTenantAndAreOpenToTheAppAlone()
    {
        var rights = await ColumnAsync(
            """
            select distinct grantee || ' ' || privilege_type from information_schema.role_table_grants
            where table_schema = 'hangfire' and table_name <> 'schema' and grantee <> 'postgres' order by 1
            """);
        var version = await ColumnAsync(
            "select grantee || ' ' || privilege_type from information_schema.role_table_grants where table_schema = 'hangfire' and table_name = 'schema' and grantee <> 'postgres'");

        Assert.Equal(["portal_app DELETE", "portal_app INSERT", "portal_app SELECT", "portal_app UPDATE"], rights);
        Assert.Equal(["portal_app SELECT"], version);
        Assert.Empty(await ColumnAsync("select column_name from information_schema.columns where table_schema = 'hangfire' and column_name = 'tenant_id'"));
        Assert.Empty(await ColumnAsync("select nspname from pg_namespace where nspname = 'quartz'"));
        Assert.Empty(await ColumnAsync(
            """
            select r.rolname from pg_roles r
            where (r.rolname = 'portal_scrutiny' and has_schema_privilege(r.oid, 'hangfire', 'usage'))
               or (r.rolname = 'portal_app' and has_schema_privilege(r.oid, 'hangfire', 'create'))
            """));
    }

    private async Task<List<string>> ColumnAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(portal.OwnerConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }
}
