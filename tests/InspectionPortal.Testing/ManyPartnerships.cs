using System.Globalization;
using Npgsql;

namespace InspectionPortal.Testing;

/// <summary>
/// Makes one partnership into many, behind the portal's back: copies of its rows with ids of their own. For tests and benchmarks of
/// a large installation, where going through the portal would take hours.
/// </summary>
public sealed class ManyPartnerships(string ownerConnection, int tenant)
{
    private const int IdsApart = 100_000;

    /// <summary>True where each copy gets people and scrutiny bodies of its own; else the same people are members of all.</summary>
    public bool WithPeople { get; init; }

    /// <summary>The tables of a partnership to copy; all if empty.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>The number of a copy.</summary>
    public int IdOf(int copy) => (tenant * IdsApart) + copy;

    /// <summary>Adds this many copies and gathers the database's statistics.</summary>
    public async Task CopyAsync(int copies)
    {
        await using var connection = new NpgsqlConnection(ownerConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(Script(copies), connection) { CommandTimeout = 1800 };
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>
    /// Without triggers and foreign keys. Each id becomes another one, always the same for the same copy, so that rows still refer to each other;
    /// what may be there only once gets the copy's number at its end.
    /// </summary>
    private string Script(int copies) => string.Create(CultureInfo.InvariantCulture, $$"""
        set session_replication_role = replica;
        do $do$
        declare
          the_table record;
          the_columns text;
          the_values text;
        begin
          for the_table in
            select c.oid, c.relname, t.attname is not null as has_tenant
            from pg_class c left join pg_attribute t on t.attrelid = c.oid and t.attname = 'tenant_id'
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
              and case when c.relname in ('partnerships', 'page_revisions') then true
                when t.attname is not null then {{(Only.Count == 0 ? "true" : $"c.relname in ('{string.Join("', '", Only)}')")}}
                else {{(WithPeople ? "true" : "false")}} and c.relname not in ('__EFMigrationsHistory', 'data_protection_keys') end
          loop
            select string_agg(quote_ident(a.attname), ', '), string_agg(case
              when a.attname in ('tenant_id', 'partnership_id') or (the_table.relname in ('partnerships', 'page_revisions') and a.attname = 'id')
                then format('case when %1$I = {{tenant}} then {{tenant * (long)IdsApart}} + g else %1$I end', a.attname)
              when a.atttypid = 'uuid'::regtype {{(WithPeople ? string.Empty : "and a.attname not in ('user_id', 'body_id', 'officer_user_id') and a.attname not like '%\\_user\\_id'")}}
                then format('case when %1$I = %2$L then %1$I else md5(%1$I::text || g)::uuid end', a.attname, '{{Guid.Empty}}')
              when a.attname = 'at' and not the_table.has_tenant then 'at - make_interval(secs => g)'
              when u.is_unique and a.atttypid in ('text'::regtype, 'varchar'::regtype) then format('%I || g', a.attname)
              when u.is_unique and a.atttypid = 'bytea'::regtype then format('sha256(%I || convert_to(g::text, ''UTF8''))', a.attname)
              else quote_ident(a.attname) end, ', ')
            into the_columns, the_values
            from pg_attribute a cross join lateral (
              select a.attname in ('slug', 'name') and the_table.relname = 'partnerships' or not the_table.has_tenant and exists (
                select 1 from pg_index i where i.indrelid = a.attrelid and i.indisunique and a.attnum = any (i.indkey)) as is_unique) u
            where a.attrelid = the_table.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
              and (the_table.relname = 'partnerships' or a.attidentity = '' and pg_get_serial_sequence(quote_ident(the_table.relname), a.attname) is null);
            execute format('insert into %I (%s) select %s from %I, generate_series(1, {{copies}}) g %s', the_table.relname, the_columns, the_values,
              the_table.relname, case when the_table.relname in ('partnerships', 'page_revisions') then 'where id = {{tenant}}' when the_table.has_tenant then 'where tenant_id = {{tenant}}' else '' end);
          end loop;
        end $do$;
        set session_replication_role = origin;
        analyze;
        """);
}
