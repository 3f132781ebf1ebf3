using InspectionPortal.Web.Features.Imports;
using InspectionPortal.Web.Tests.Features.Plans;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Exports;

/// <summary>The five plans, handed out in every format and read again.</summary>
public sealed class RoundTripSeedsTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
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
        await File.WriteAllLinesAsync($"/tmp/exp/diff-{slug}-{format}.txt", differences);
        Assert.Empty(differences);
    }

    private async Task<List<string>> DifferencesAsync(string slug, string format)
    {
        var client = portal.ClientFor(await portal.PersonAsync($"reader@{slug}.example"));
        await using var file = await client.GetStreamAsync(new Uri($"/{slug}/plan/export.{format}", UriKind.Relative));
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory);
        memory.Position = 0;
        var partnership = await portal.Data.OnPlatformAsync(database => database.Partnerships.SingleAsync(p => p.Slug == slug));
        var (hints, stored) = await portal.InTenantAsync(slug, async database => (await RoundTrip.HintsAsync(database, partnership), await RoundTrip.StoredAsync(database)));
        var result = PlanReader.Read(memory, $"plan.{format}", hints);
        return RoundTrip.Differences(stored, RoundTrip.Read(result));
    }
}
