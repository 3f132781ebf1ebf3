using System.Text;
using System.Text.Json;
using InspectionPortal.Web.Commands;
using InspectionPortal.Web.Commands.Analysing;

namespace InspectionPortal.Web.Tests.Commands;

/// <summary>
/// Sixty series of every chart and rule, with gaps, exclusions, phases and frozen baselines, whose answers were computed independently of the library: from the publications, in decimal arithmetic of forty digits (IndependentlyComputed.json).
/// </summary>
public sealed class AnalyseIndependentlyComputedTests
{
    private const double Close = 1e-9;

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Read().GetArrayLength())];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Analyse_SeriesWorkedOutApart_SameAnswer(int index)
    {
        var expected = Read()[index];
        using var from = new MemoryStream(Encoding.UTF8.GetBytes(expected.GetProperty("input").GetRawText()));
        using var to = new MemoryStream();
        await using var error = new StringWriter();

        var exitCode = await AnalyseCommand.RunAsync(null, from, to, error);

        Assert.Equal((PortalCommands.Done, ""), (exitCode, error.ToString()));
        using var answer = JsonDocument.Parse(to.ToArray());
        Same(expected.GetProperty("phases"), answer.RootElement.GetProperty("phases"), "start", "centre", "usefulPoints", "longestRun", "longestRunMax", "crossings", "crossingsMin", "runsSignal");
        Same(expected.GetProperty("points"), answer.RootElement.GetProperty("points"), "lower", "upper", "outsideLimits", "signal");
        Assert.Equal(expected.GetProperty("variation").GetString(), answer.RootElement.GetProperty("variation").GetString());
        Assert.Equal(expected.GetProperty("assurance").GetString(), answer.RootElement.GetProperty("assurance").GetString());
    }

    private static void Same(JsonElement expected, JsonElement actual, params string[] names)
    {
        Assert.Equal(expected.GetArrayLength(), actual.GetArrayLength());
        foreach (var (wanted, got) in expected.EnumerateArray().Zip(actual.EnumerateArray()))
        {
            foreach (var (value, name) in wanted.EnumerateArray().Zip(names))
            {
                var found = got.GetProperty(name);
                Assert.Equal(value.ValueKind, found.ValueKind);
                if (value.ValueKind == JsonValueKind.Number)
                {
                    var number = value.GetDouble();
                    Assert.True(Math.Abs(number - found.GetDouble()) <= Close * Math.Max(1, Math.Abs(number)), $"{name}: {number} expected, {found.GetDouble()} found");
                }
                else
                {
                    Assert.Equal(value.ToString(), found.ToString());
                }
            }
        }
    }

    private static JsonElement Read()
    {
        using var stream = typeof(AnalyseIndependentlyComputedTests).Assembly.GetManifestResourceStream("IndependentlyComputed.json")!;
        return JsonDocument.Parse(stream).RootElement.Clone();
    }
}
