using System.IO.Compression;
using System.Net;
using System.Text;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Tenancy;
using InspectionPortal.Web.Tests.Guardrails;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace InspectionPortal.Web.Tests.Tenancy;

/// <summary>A grant for one plan shows no word of another plan of the same partnership, however the two are tied.</summary>
public sealed class ScrutinyByPlanTests(TwoPlans portal) : IClassFixture<TwoPlans>
{
    /// <summary>What people ask of a page beyond its bare address.</summary>
    private static readonly Dictionary<string, string[]> Questions = new(StringComparer.Ordinal)
    {
        ["/plans/{plan:guid}"] = ["?recommendation={0}", "?q=e&late=true"],
        ["/plans/{plan:guid}/tree"] = ["?open=all"],
        ["/plans/{plan:guid}/timeline"] = ["?with=steps"],
        ["/measures"] = ["?recommendation={0}"],
        ["/evidence"] = ["?recommendation={0}"],
        ["/search"] = ["?q=project", "?q=said", "?q=recommendation", "?q=evidence", "?q=quarter", "?q=measure", "?q=step&kind=sub-actions"],
    };

    [Theory]
    [InlineData(GrantScope.LivePlan)]
    [InlineData(GrantScope.ApprovedReports)]
    public async Task Get_EveryPage_ShowsNoWordOfThePlanThatIsNotGranted(GrantScope scope)
    {
        var officer = await portal.Data.CreateOfficerAsync(portal.Here, portal.Granted, scope);
        using var client = portal.ClientFor(officer.Person);
        var (failures, shown) = (new List<string>(), 0);
        foreach (var address in await AddressesAsync())
        {
            using var response = await client.GetAsync(new Uri(address, UriKind.Relative));
            var text = await TextAsync(response);
            if (text.Contains(portal.OtherCanary, StringComparison.Ordinal) || text.Contains(portal.OtherCanary[^8..], StringComparison.Ordinal))
            {
                failures.Add($"{address} shows {Around(text, portal.OtherCanary[^8..])}");
            }
            else if (text.Contains(portal.PersonCanary, StringComparison.Ordinal))
            {
                failures.Add($"{address} names a person: {Around(text, portal.PersonCanary)}");
            }
            else if ((int)response.StatusCode >= 500)
            {
                failures.Add($"{address}: {(int)response.StatusCode}");
            }

            shown += response.StatusCode == HttpStatusCode.OK && text.Contains(portal.GrantedCanary, StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.Empty(failures);
        Assert.True(shown >= (scope == GrantScope.LivePlan ? 30 : 3), $"Only {shown} pages showed the plan that is granted.");
    }

    [Theory]
    [InlineData("projects/{project}")]
    [InlineData("measures/{measure}")]
    [InlineData("plans/{plan}")]
    [InlineData("plans/{plan}?view=written")]
    [InlineData("plans/{plan}/export.csv")]
    [InlineData("plans/{plan}/export.docx")]
    [InlineData("plans/{plan}/export.xlsx")]
    [InlineData("reports/{period}")]
    public async Task Get_WorkThatAPersonLeads_SaysSoWithoutTheName(string page)
    {
        var officer = await portal.Data.CreateOfficerAsync(portal.Here, portal.Granted, GrantScope.LivePlan);
        var address = new Uri($"/{portal.Here.Slug}/{Fill(page)}", UriKind.Relative);

        var (shown, known) = (await TextAsync(await portal.ClientFor(officer.Person).GetAsync(address)),
            await TextAsync(await portal.ClientFor(portal.Here.Reader).GetAsync(address)));

        Assert.Contains(LeadResponsibility.SomePerson, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(portal.PersonCanary, shown, StringComparison.Ordinal);
        Assert.Contains(portal.PersonCanary, known, StringComparison.Ordinal);
    }

    /// <summary>A filter that found the name would give it away.</summary>
    [Fact]
    public async Task Get_NameOfAPersonSearchedFor_FindsNothing()
    {
        var officer = await portal.Data.CreateOfficerAsync(portal.Here, portal.Granted, GrantScope.LivePlan);
        var (address, work) = ($"/{portal.Here.Slug}/plans/{portal.Granted.Id}?q={portal.PersonCanary}", $"Project 1 {portal.GrantedCanary}");

        var shown = (await portal.ClientFor(officer.Person).GetPageAsync(address)).ShouldBeOk();
        var known = (await portal.ClientFor(portal.Here.Reader).GetPageAsync(address)).ShouldBeOk();

        Assert.DoesNotContain(work, shown.Find("main").TextContent, StringComparison.Ordinal);
        Assert.Contains(work, known.Find("main").TextContent, StringComparison.Ordinal);
    }

    /// <summary>Where a query passed the view by, it would fail and show nothing.</summary>
    [Fact]
    public async Task Read_NameInTheTableItself_IsRefusedToTheRole()
    {
        await using var connection = new NpgsqlConnection(portal.AppConnection);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand(
            "select set_config('role', 'portal_scrutiny', true); select name from public.lead_responsibilities", connection, transaction);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Theory]
    [InlineData("projects/{project}", "Waits for", "Test", "Measure used by both")]
    [InlineData("measures/{measure}", "Tested")]
    [InlineData("recommendations/{recommendation}", "Because")]
    public async Task Get_AsMember_ShowsWhatTiesThePlans(string page, params string[] words)
    {
        var shown = (await portal.ClientFor(portal.Here.Reader).GetPageAsync($"/{portal.Here.Slug}/{Fill(page)}")).ShouldBeOk();

        Assert.Contains(portal.OtherCanary, shown.Html, StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, shown.Html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_WithGrantsForBothPlans_ShowsEachAsFarAsItsOwnGrantReaches()
    {
        var officer = await portal.Data.CreateOfficerAsync(portal.Here, portal.Granted, GrantScope.LivePlan);
        await portal.Data.GrantAsync(portal.Here, portal.Other, officer.BodyId, GrantScope.ApprovedReports);
        using var client = portal.ClientFor(officer.Person);
        Task<TestPage> GetAsync(string path) => client.GetPageAsync($"/{portal.Here.Slug}/{path}");

        Assert.Contains(portal.OtherCanary, (await GetAsync($"reports/{portal.Other.PeriodId}")).ShouldBeOk().Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"projects/{portal.Other.ProjectIds[0]}")).Status);
        Assert.DoesNotContain(portal.OtherCanary, (await GetAsync($"projects/{portal.Granted.ProjectIds[0]}")).ShouldBeOk().Html, StringComparison.Ordinal);
        Assert.DoesNotContain(portal.OtherCanary, (await GetAsync($"plans/{portal.Granted.Id}/tree?open=all")).ShouldBeOk().Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_MeasureOfAnotherPlanThatIsUsedHere_ShowsItsOwnWordsAndFigures()
    {
        var officer = await portal.Data.CreateOfficerAsync(portal.Here, portal.Granted, GrantScope.LivePlan);

        var page = (await portal.ClientFor(officer.Person).GetPageAsync($"/{portal.Here.Slug}/projects/{portal.Granted.ProjectIds[0]}")).ShouldBeOk();

        Assert.Contains("Measure used by both", page.Text, StringComparison.Ordinal);
        Assert.Contains("46", page.Text, StringComparison.Ordinal);
        Assert.Contains("Evidence for both", page.Text, StringComparison.Ordinal);
    }

    private string Fill(string page) => page.Replace("{project}", $"{portal.Granted.ProjectIds[0]}", StringComparison.Ordinal)
        .Replace("{measure}", $"{portal.Granted.MeasureIds[0]}", StringComparison.Ordinal)
        .Replace("{plan}", $"{portal.Granted.Id}", StringComparison.Ordinal)
        .Replace("{period}", $"{portal.Granted.PeriodId}", StringComparison.Ordinal)
        .Replace("{recommendation}", $"{portal.Granted.RecommendationId}", StringComparison.Ordinal);

    /// <summary>Every address that answers GET, with each id of both plans where it takes one, and the questions people ask.</summary>
    private async Task<List<string>> AddressesAsync()
    {
        var (first, ids) = (await TenantIds.ReadAsync(portal.Data, portal.Here), await IdsAsync());
        var addresses = new List<string> { "/inspect", "/inspect?since=year", "/inspect/reads", "/inspect/search?q=project", "/inspect/search?q=said" };
        foreach (var endpoint in new EndpointWalk(portal.Host).All().Where(e => e is { Method: "GET", Place: EndpointPlace.Tenant }))
        {
            if (endpoint.HasId)
            {
                var most = ids.Values.Max(v => v.Count);
                addresses.AddRange(Enumerable.Range(0, most)
                    .Select(i => endpoint.Path(segment => ids.TryGetValue(segment, out var found) ? found[i % found.Count] : first.For(segment))).Distinct()
                    .SelectMany(filled => Asked($"/{endpoint.Pattern.RawText!.TrimStart('/')}", filled)));
                continue;
            }

            var path = endpoint.Path(first.For);
            addresses.AddRange(Asked(path, path));
        }

        return addresses;
    }

    private IEnumerable<string> Asked(string pattern, string path) => Questions.GetValueOrDefault(pattern, []).Prepend(string.Empty).Select(q =>
        $"/{portal.Here.Slug}{path}{q.Replace("{0}", $"{portal.Granted.RecommendationId}", StringComparison.Ordinal)}");

    private Task<Dictionary<string, List<Guid>>> IdsAsync() => portal.Data.InTenantAsync(portal.Here.Id, async database =>
    {
        var found = new Dictionary<string, List<Guid>>(StringComparer.Ordinal)
        {
            ["plans"] = await database.Plans.Select(p => p.Id).ToListAsync(),
            ["aims"] = await database.StretchAims.Select(p => p.Id).ToListAsync(),
            ["drivers"] = await database.KeyDrivers.Select(p => p.Id).ToListAsync(),
            ["projects"] = await database.Projects.Select(p => p.Id).ToListAsync(),
            ["sub-actions"] = await database.SubActions.Select(p => p.Id).ToListAsync(),
            ["measures"] = await database.Measures.Select(p => p.Id).ToListAsync(),
            ["tests"] = await database.TestsOfChange.Select(p => p.Id).ToListAsync(),
            ["inspections"] = await database.Inspections.Select(p => p.Id).ToListAsync(),
            ["recommendations"] = await database.Recommendations.Select(p => p.Id).ToListAsync(),
            ["reviews"] = await database.ProgressReviews.Select(p => p.Id).ToListAsync(),
            ["reports"] = await database.ReportingPeriods.Select(p => p.Id).ToListAsync(),
            ["evidence"] = await database.EvidenceItems.Select(p => p.Id).ToListAsync(),
        };
        foreach (var (one, many) in new[] { ("aim", "aims"), ("driver", "drivers"), ("project", "projects"), ("measure", "measures"), ("inspection", "inspections"), ("recommendation", "recommendations"), ("review", "reviews"), ("periods", "reports"), ("sub-action", "sub-actions") })
        {
            found[one] = found[many];
        }

        return found;
    });

    /// <summary>What a reader finds in a response; of a file that is a package, everything that is in it.</summary>
    private static async Task<string> TextAsync(HttpResponseMessage response)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync();
        if (bytes is not [(byte)'P', (byte)'K', ..])
        {
            return Encoding.UTF8.GetString(bytes);
        }

        using var package = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        var text = new StringBuilder();
        foreach (var entry in package.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            text.Append(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }

    private static string Around(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.Ordinal);
        return text[Math.Max(0, at - 120)..Math.Min(text.Length, at + 20)].ReplaceLineEndings(" ");
    }
}
