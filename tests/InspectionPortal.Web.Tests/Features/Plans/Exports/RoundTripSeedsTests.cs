using System.Text.RegularExpressions;
using InspectionPortal.Domain.People;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.Testing;
using InspectionPortal.Web.Tests.Features.Imports;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Plans.Exports;

/// <summary>The five plans, handed out in every format and read again.</summary>
public sealed partial class RoundTripSeedsTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    /// <summary>
    /// What no format carries into another partnership, and why. Within the same one nothing is lost, nor does anything change.
    /// </summary>
    private static readonly Dictionary<string, string> NotCarried = new(StringComparer.Ordinal)
    {
        ["answers"] = "Recommendations belong to an inspection that is on record there; where none is, their numbers are kept as words.",
        ["status"] = "Done and evidenced needs evidence, which a plan's table does not hold; the work is then done and awaiting evidence.",
    };

    public static TheoryData<string, string> All()
    {
        var all = new TheoryData<string, string>();
        foreach (var slug in new[] { "jersey", "derby", "aberdeen", "dumfries", "shetland" })
        {
            foreach (var format in new[] { "docx", "xlsx", "csv" })
            {
                all.Add(slug, format);
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Export_ThenImport_IsTheSamePlan(string slug, string format)
    {
        var differences = await DifferencesAsync(slug, format);

        var kinds = differences.Select(d => Kind().Match(d)).GroupBy(m => $"{m.Groups["sign"].Value} {m.Groups["kind"].Value}", StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal);
        Assert.Equal("", string.Join(", ", kinds.Select(k => $"{k.Key} {k.Count()}")));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Export_ThenImportIntoTheSamePlan_ChangesNothing(string slug, string format)
    {
        var client = portal.ClientFor(await portal.PersonAsync($"lead@{slug}.example"));
        var partnership = await portal.Data.OnPlatformAsync(database => database.Partnerships.SingleAsync(p => p.Slug == slug));

        var page = await client.ReadFileAsync(new TestPartnership(partnership.Id, slug, slug, "", new Dictionary<PartnershipRole, TestPerson>()), $"plan.{format}", (await ExportedFile.GetAsync(client, slug, format)).Bytes);

        Assert.True(
            page.Text.Contains("already has everything in the file", StringComparison.Ordinal),
            string.Join("\n", page.Document.QuerySelectorAll("#look ~ table .p-quiet, .p-table .p-title .p-quiet").Select(r => r.TextContent.Trim()).Where(t => t != "No change")));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Export_ThenBringIntoAnotherPartnership_IsTheSamePlan(string slug, string format)
    {
        var file = await ExportedFile.GetAsync(portal.ClientFor(await portal.PersonAsync($"reader@{slug}.example")), slug, format);
        var from = await portal.Data.OnPlatformAsync(database => database.Partnerships.AsNoTracking().SingleAsync(p => p.Slug == slug));
        var stored = await portal.InTenantAsync(slug, RoundTrip.StoredAsync);
        var other = await portal.Data.CreatePartnershipAsync();
        await portal.Data.OnPlatformAsync(async database =>
        {
            var there = await database.Partnerships.SingleAsync(p => p.Id == other.Id);
            (there.Layout, there.Vocabulary, there.RagKey) = (from.Layout, from.Vocabulary, from.RagKey);
            return true;
        });

        var client = portal.ClientFor(other.Lead);
        var page = await client.ReadFileAsync(other, $"plan.{format}", file.Bytes);
        (await client.FollowAsync(await page.SubmitAsync("form[action$=confirm]"))).ShouldBeOk();
        var arrived = await portal.Data.InTenantAsync(other.Id, RoundTrip.StoredAsync);

        var differences = RoundTrip.Differences(stored, arrived).Where(d => !NotCarried.ContainsKey(Kind().Match(d).Groups["kind"].Value)).ToList();
        Assert.True(differences.Count == 0, string.Join("\n", differences.Take(20)));
    }

    [GeneratedRegex(@"^(?<sign>[+-]) (?:project|aim) [\d.]+ (?<kind>[a-z ]+):", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Kind();

    private async Task<List<string>> DifferencesAsync(string slug, string format)
    {
        var client = portal.ClientFor(await portal.PersonAsync($"reader@{slug}.example"));
        await using var file = await client.GetStreamAsync(new Uri($"{await client.PlanPathAsync(slug)}/export.{format}", UriKind.Relative));
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory);
        memory.Position = 0;
        var partnership = await portal.Data.OnPlatformAsync(database => database.Partnerships.SingleAsync(p => p.Slug == slug));
        var (hints, stored, names) = await portal.InTenantAsync(slug, async database => (await RoundTrip.HintsAsync(database, partnership), await RoundTrip.StoredAsync(database), await RoundTrip.NamesAsync(database)));
        var result = PlanReader.Read(memory, $"plan.{format}", hints);
        return RoundTrip.Differences(stored, RoundTrip.Read(result, names));
    }
}
