using System.Net;
using System.Text.RegularExpressions;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Infrastructure.PageCaching;
using InspectionPortal.Web.Tenancy;
using InspectionPortal.Web.Tests.Features.Reports;
using InspectionPortal.Web.Tests.Infrastructure.PageCaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InspectionPortal.Web.Tests.Guardrails;

/// <summary>
/// Walks every page that is kept, as everybody, with all pages kept: each is what a node without a cache shows to the same person, before
/// and after the quarter moves on, and is made from nothing that the database does not count.
/// </summary>
public sealed partial class CachedPageGuardrails(CachingPortal portal) : IClassFixture<CachingPortal>
{
    /// <summary>Tables of a partnership whose changes make no page anew, and why.</summary>
    private static readonly Dictionary<string, string> NotCounted = new(StringComparer.Ordinal)
    {
        ["access_entries"] = "written by looks; its page is not kept",
        ["audit_links"] = "seals the two logs",
        ["audit_heads"] = "seals the two logs",
        ["autosaved_updates"] = "written while somebody types; the form is not kept",
        ["staged_files"] = "files on their way in",
        ["partnership_jobs"] = "how far a job is; its pages are not kept",
        ["notifications"] = "what was sent to whom",
        ["update_reminders"] = "what was sent to whom",
    };

    [Fact]
    public async Task Table_OfAPartnership_IsCountedOrLeftOutWithAReason()
    {
        var tables = await ReadAsync(
            "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid "
            + "where n.nspname = 'public' and c.relkind = 'r' and a.attname = 'tenant_id' and not a.attisdropped");
        var counted = await CountedAsync();

        Assert.Empty(tables.Except(counted).Except(NotCounted.Keys));
        Assert.Empty(NotCounted.Keys.Where(t => counted.Contains(t) || !tables.Contains(t)));
    }

    [Fact]
    public async Task Page_Kept_ReadsOnlyWhatIsCounted()
    {
        var counted = await CountedAsync();
        var place = await MakeAsync();
        var watched = await ReadAsync(
            "select a.attname from pg_trigger t join pg_attribute a on a.attrelid = t.tgrelid and a.attnum = any (t.tgattr) "
            + "where t.tgrelid = 'users'::regclass and t.tgname = 'raise_page_revision'");
        var strays = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (page, person, _) in Looks(place))
        {
            portal.WithoutCache.Commands.Reset();
            await portal.ClientFor(person, portal.WithoutCache).GetAsync(page);
            var commands = portal.WithoutCache.Commands.Texts.Where(t => !t.Contains("FROM users", StringComparison.Ordinal) || !t.Contains("scrutiny_officers", StringComparison.Ordinal)).ToList();
            strays.UnionWith(commands.SelectMany(c => TableInSql().Matches(c).Select(m => m.Groups["table"].Value))
                .Where(t => !counted.Contains(t)).Select(t => $"{page} reads {t}"));
            strays.UnionWith(commands.SelectMany(AccountColumns).Except(watched).Select(c => $"{page} reads the {c} of accounts"));
        }

        Assert.True(strays.Count == 0, string.Join('\n', strays));
    }

    /// <summary>Rights that were read are used again until one of these tables changes, in whatever partnership.</summary>
    [Fact]
    public async Task Rights_Kept_AreReadFromWhatCountsForThePlatform()
    {
        portal.Host.Commands.Reset();
        await portal.ClientFor(await portal.Data.CreatePersonAsync()).GetAsync(new Uri("/", UriKind.Relative));
        var query = portal.Host.Commands.Texts.First(t => t.Contains("scrutiny_officers", StringComparison.Ordinal));

        var tables = TableInSql().Matches(query).Select(m => m.Groups["table"].Value).ToHashSet(StringComparer.Ordinal);
        Assert.Superset(new HashSet<string>(["memberships", "partnerships", "scrutiny_grants"], StringComparer.Ordinal), tables);
        Assert.Empty(tables.Except(await ReadAsync(
            "select c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc f on f.oid = t.tgfoid "
            + "where f.proname = 'portal_raise_page_revision' and encode(t.tgargs, 'escape') like 'platform%' and t.tgenabled = 'O'")));
    }

    [Fact]
    public async Task Page_Kept_IsWhatItWouldBeNowForItsReader_AndIsKept()
    {
        var place = await MakeAsync();
        var failures = new List<string>();
        await CompareAsync(place, "open", failures, isKept: true);
        await place.Steps.CloseAsync();
        await CompareAsync(place, "with the lead", failures);
        await place.Steps.SubmitAsync();
        await CompareAsync(place, "submitted", failures);
        await place.Steps.ApproveAsync(place.Here.Chief);
        await CompareAsync(place, "approved", failures);

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    [Fact]
    public async Task Page_Kept_SaysTheSameAllDay()
    {
        var place = await MakeAsync();
        var morning = new DateTimeOffset(DateTime.UtcNow.Date.AddDays(1).AddHours(1), TimeSpan.Zero);
        await using var early = portal.WithoutCache.WithWebHostBuilder(b => b.ConfigureTestServices(s => s.AddSingleton<TimeProvider>(new FixedClock(morning))));
        await using var late = portal.WithoutCache.WithWebHostBuilder(b => b.ConfigureTestServices(s => s.AddSingleton<TimeProvider>(new FixedClock(morning.AddHours(21)))));
        var strays = new List<string>();
        foreach (var (page, person, role) in Looks(place))
        {
            var (first, last) = (await portal.ClientFor(person, early).GetPageAsync(page.OriginalString), await portal.ClientFor(person, late).GetPageAsync(page.OriginalString));
            if (WithoutSecrets(first) != WithoutSecrets(last))
            {
                strays.Add($"{role}: {page}");
            }
        }

        Assert.True(strays.Count == 0, string.Join('\n', strays));
    }

    [Fact]
    public async Task Page_KeptForMembers_IsNotThereForAnotherPartnership()
    {
        var (place, stranger) = (await MakeAsync(), await portal.Data.CreatePartnershipAsync());
        foreach (var (page, _, _) in Looks(place))
        {
            await portal.ClientFor(place.Here.Lead).GetAsync(page);

            Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(stranger.Lead).GetAsync(page)).StatusCode);
        }
    }

    private async Task CompareAsync(Place place, string when, List<string> failures, bool isKept = false)
    {
        // Everybody first, so that whatever could be served to the wrong reader is there to be served.
        foreach (var (page, person, _) in Looks(place))
        {
            await portal.ClientFor(person).GetAsync(page);
        }

        foreach (var (page, person, role) in Looks(place))
        {
            portal.Host.Commands.Reset();
            var kept = await portal.ClientFor(person).GetPageAsync(page.OriginalString);
            var commands = portal.Host.Commands.Texts.Count(t => !t.Contains("portal_log_access", StringComparison.Ordinal)
                && !t.Contains("set_config", StringComparison.Ordinal));
            var fresh = await portal.ClientFor(person, portal.WithoutCache).GetPageAsync(page.OriginalString);
            if (kept.Status != fresh.Status || WithoutSecrets(kept) != WithoutSecrets(fresh))
            {
                failures.Add($"{role}, {when}: {page} is not what it would be now");
            }

            if (isKept && kept.Status == HttpStatusCode.OK && commands > 0)
            {
                failures.Add($"{role}, {when}: {page} was made anew, with {commands} commands");
            }
        }
    }

    private static string WithoutSecrets(TestPage page)
    {
        var html = page.Html;
        foreach (var token in page.Document.QuerySelectorAll("input[name=__RequestVerificationToken]").Select(i => i.GetAttribute("value")!))
        {
            html = html.Replace(token, "token", StringComparison.Ordinal);
        }

        return page.Document.QuerySelector("style[nonce]") is { } style
            ? html.Replace(style.GetAttribute("nonce")!, "nonce", StringComparison.Ordinal) : html;
    }

    /// <summary>Columns of accounts that a command reads, but for their key.</summary>
    private static IEnumerable<string> AccountColumns(string sql) => AccountsInSql().Matches(sql).Select(m => m.Groups["alias"].Value)
        .SelectMany(alias => Regex.Matches(sql, $@"\b{alias}\.(?<column>[a-z_]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2)))
        .Select(m => m.Groups["column"].Value).Where(c => c != "id");

    private List<(Uri Page, TestPerson Person, string Role)> Looks(Place place)
    {
        _ = portal.Host.Server;
        var marked = portal.Host.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<CachedPageAttribute>() is not null).Select(e => e.RoutePattern.RawText).ToHashSet(StringComparer.Ordinal);
        var pages = new EndpointWalk(portal.Host).All()
            .Where(e => e is { Place: EndpointPlace.Tenant, Method: "GET" } && marked.Contains(e.Pattern.RawText))
            .Select(e => new Uri($"/{place.Here.Slug}{e.Path(place.Ids.For)}", UriKind.Relative)).Distinct().ToList();
        Assert.True(pages.Count > 20, $"Only {pages.Count} pages are kept.");
        return [.. from page in pages from reader in place.Readers select (page, reader.Person, reader.Role)];
    }

    private async Task<Place> MakeAsync()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here, 3);
        await portal.Data.CreateNoteAsync(here, plan.ProjectIds[0], "Note", released: true);
        await portal.Data.AcceptUpdateAsync(here, plan, plan.ProjectIds[0]);
        await portal.Data.CreateImportAndArchiveAsync(here, plan);
        var live = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan);
        var reports = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.ApprovedReports);
        return new Place(
            here, new QuarterSteps(portal, here, plan), (await TenantIds.ReadAsync(portal.Data, here)).Of(plan),
            [.. here.People.Select(p => (p.Value, p.Key.ToString())), (live.Person, "live plan"), (reports.Person, "approved reports")]);
    }

    private Task<HashSet<string>> CountedAsync() => ReadAsync(
        "select c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgname = 'raise_page_revision' and t.tgenabled = 'O'");

    private async Task<HashSet<string>> ReadAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(portal.OwnerConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    [GeneratedRegex(@"\b(?:FROM|JOIN|from|join)\s+(?<table>[a-z_]+)\s", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex TableInSql();

    [GeneratedRegex(@"\busers AS (?<alias>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex AccountsInSql();

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private sealed record Place(TestPartnership Here, QuarterSteps Steps, TenantIds Ids, IReadOnlyList<(TestPerson Person, string Role)> Readers);
}
