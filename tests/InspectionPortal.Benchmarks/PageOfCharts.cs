using System.Diagnostics;
using System.Globalization;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Testing;

namespace InspectionPortal.Benchmarks;

/// <summary>
/// The whole page of 50 measures over HTTP, from the request to the last byte of HTML: with 50 charts of 60 points, and the same page without charts, its figures being undated. The two are asked for in turn, so that
/// what else the machine does meets both alike. Both send the same SQL commands. What the charts may add is 150 ms of the median.
/// </summary>
internal static class PageOfCharts
{
    public const string Name = "page";

    private const int Measures = 50;
    private const int Months = 60;
    private const int WarmUps = 20;
    private const int Rounds = 100;
    private const double MayAdd = 150;
    private const int MostCommands = 8;

    /// <returns>0 where the charts keep to what they may add, else 1.</returns>
    public static async Task<int> RunAsync(TextWriter output)
    {
        // A benchmark is no test project, so nothing tells the host where the portal's own folder is.
        Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_INSPECTIONPORTAL_WEB", Path.Combine(TestCluster.RepositoryRoot, "src", "InspectionPortal.Web"));
        var portal = new PortalFixture();
        await portal.InitializeAsync();
        try
        {
            var (with, without) = (await PageAsync(portal, isDated: true), await PageAsync(portal, isDated: false));
            for (var i = 0; i < WarmUps; i++)
            {
                await TimeAsync(with);
                await TimeAsync(without);
            }

            var (charted, plain) = (new double[Rounds], new double[Rounds]);
            for (var i = 0; i < Rounds; i++)
            {
                (charted[i], plain[i]) = (await TimeAsync(with), await TimeAsync(without));
            }

            var (commands, same) = (await CommandsAsync(portal, with), await CommandsAsync(portal, without));
            var (more, page) = (Middle(charted) - Middle(plain), await with.Client.GetStringAsync(with.Address));
            await output.WriteLineAsync(Say($"Without charts {Middle(plain):0.0} ms, with {page.Split("<svg class=\"p-chart\"").Length - 1} charts {Middle(charted):0.0} ms (medians of {Rounds}): {more:0.0} ms more; {MayAdd:0} ms are allowed."));
            await output.WriteLineAsync(Say($"SQL commands: {commands} with charts, {same} without; {MostCommands} are allowed. HTML with charts: {page.Length / 1024} KB."));
            return more <= MayAdd && commands == same && commands <= MostCommands ? 0 : 1;
        }
        finally
        {
            await portal.DisposeAsync();
        }
    }

    private static async Task<double> TimeAsync((HttpClient Client, Uri Address) page)
    {
        var watch = Stopwatch.StartNew();
        await page.Client.GetByteArrayAsync(page.Address);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static double Middle(double[] times) => times.Order().ElementAt(times.Length / 2);

    /// <summary>Setting the tenant is not counted.</summary>
    private static async Task<int> CommandsAsync(PortalFixture portal, (HttpClient Client, Uri Address) page)
    {
        portal.Host.Commands.Reset();
        await page.Client.GetByteArrayAsync(page.Address);
        return portal.Host.Commands.Texts.Count(t => !t.Contains("set_config", StringComparison.Ordinal));
    }

    private static async Task<(HttpClient Client, Uri Address)> PageAsync(PortalFixture portal, bool isDated)
    {
        var partnership = await portal.Data.CreatePartnershipAsync(p => p.AsAt = new DateOnly(2023, 11, 9));
        var plan = await portal.Data.CreatePlanAsync(partnership, Measures);
        foreach (var (index, measure) in plan.MeasureIds.Index())
        {
            var figures = Enumerable.Range(0, Months).Select(i => (decimal)(20 + (((i * 7) + (index * 3)) % 13) + (i / 6))).ToList();
            await portal.Data.GiveFiguresAsync(
                partnership, measure, index % 2 == 0 ? MeasureDirection.Up : MeasureDirection.Down, figures, (50, "30 September 2024"),
                m => m.Points.ForEach(p => p.Date = isDated ? p.Date : null));
        }

        return (portal.ClientFor(partnership.Lead), new Uri($"/{partnership.Slug}/measures", UriKind.Relative));
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
