using System.Text.RegularExpressions;
using InspectionPortal.Web.Features.Imports;
using InspectionPortal.Web.Tests.Features.Plans;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Plans.Exports;

/// <summary>The five plans, handed out in every format and read again.</summary>
public sealed partial class RoundTripSeedsTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    /// <summary>
    /// What a format cannot carry, by kinds of line; nothing else may differ. A sheet carries everything. A Word file has the
    /// partnership's columns and the portal's own small line, so it lacks sub-actions that no column shows; and where a plan
    /// has words of its own for its leads or owners, these come back and the responsibilities behind them are read from the words.
    /// </summary>
    private static readonly Dictionary<string, string> NotCarried = new(StringComparer.Ordinal)
    {
        ["jersey.docx"] = "- owner 43, - step 38",
        ["derby.docx"] = "+ lead 22, + owner 20, - lead 31, - owner 16, - step 2",
        ["dumfries.docx"] = "+ lead 11, - lead 11, - owner 1, - step 9",
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
        Assert.Equal(NotCarried.GetValueOrDefault($"{slug}.{format}", ""), string.Join(", ", kinds.Select(k => $"{k.Key} {k.Count()}")));
    }

    [GeneratedRegex(@"^(?<sign>[+-]) (?:project|aim) [\d.]+ (?<kind>[a-z ]+):", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Kind();

    private async Task<List<string>> DifferencesAsync(string slug, string format)
    {
        var client = portal.ClientFor(await portal.PersonAsync($"reader@{slug}.example"));
        await using var file = await client.GetStreamAsync(new Uri($"/{slug}/plan/export.{format}", UriKind.Relative));
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory);
        memory.Position = 0;
        var partnership = await portal.Data.OnPlatformAsync(database => database.Partnerships.SingleAsync(p => p.Slug == slug));
        var (hints, stored, names) = await portal.InTenantAsync(slug, async database => (await RoundTrip.HintsAsync(database, partnership), await RoundTrip.StoredAsync(database), await RoundTrip.NamesAsync(database)));
        var result = PlanReader.Read(memory, $"plan.{format}", hints);
        return RoundTrip.Differences(stored, RoundTrip.Read(result, names));
    }
}
