using System.Diagnostics;
using System.Text;
using System.Text.Json;
using InspectionPortal.Web.Commands;
using InspectionPortal.Web.Commands.Analysing;

namespace InspectionPortal.Web.Tests.Commands;

/// <summary>The verb <c>analyse</c>: what goes in, what comes out, what is refused.</summary>
public sealed class AnalyseCommandTests
{
    [Fact]
    public async Task Analyse_Series_AnswersInTheWordsOfTheContract()
    {
        var run = await RunAsync(
            """
            {"chart": "i", "rules": "making-data-count", "direction": "up", "target": 8, "freezeAt": 4, "phases": [0], "screenMovingRanges": false, "unknown": 1,
             "points": [{"value": 1}, {"value": 3}, {"value": 1}, {"value": 3, "exclude": false}, {"value": null}, {"value": -90, "exclude": true}, {"value": 7.5}]}
            """);

        Assert.Equal((PortalCommands.Done, ""), (run.ExitCode, run.Error));
        using var answer = JsonDocument.Parse(run.Output);
        Assert.Equal(["phases", "points", "variation", "assurance"], answer.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(
            """{"start":0,"centre":2,"usefulPoints":5,"longestRun":2,"longestRunMax":null,"crossings":3,"crossingsMin":null,"runsSignal":false}""",
            answer.RootElement.GetProperty("phases")[0].GetRawText());
        var points = answer.RootElement.GetProperty("points");
        Assert.Equal("""{"index":4,"value":null,"lower":-3.3200000000000003,"upper":7.32,"outsideLimits":false,"signal":null}""", points[4].GetRawText());
        Assert.Equal("""{"index":5,"value":-90,"lower":-3.3200000000000003,"upper":7.32,"outsideLimits":true,"signal":null}""", points[5].GetRawText());
        Assert.Equal("""{"index":6,"value":7.5,"lower":-3.3200000000000003,"upper":7.32,"outsideLimits":true,"signal":"outside"}""", points[6].GetRawText());
        Assert.Equal(("improvement", "fail"), (answer.RootElement.GetProperty("variation").GetString(), answer.RootElement.GetProperty("assurance").GetString()));
    }

    [Theory]
    [InlineData("\"chart\": \"run\", \"rules\": \"classic\"", "1 2 3 4 5", "trend trend trend trend trend", null)]
    [InlineData("\"chart\": \"run\", \"rules\": \"classic\"", "1 1 2 1 1 2 9 8 9 8 9 8", "shift shift shift shift shift shift shift shift shift shift shift shift", null)]
    [InlineData("\"chart\": \"i\", \"rules\": \"making-data-count\", \"freezeAt\": 4", "9 11 9 11 9 13.6 13.6 10.5", "- - - - - two-in-three two-in-three -", "common-cause")]
    [InlineData("\"chart\": \"i\", \"rules\": \"making-data-count\", \"freezeAt\": 4", "9 11 9 11 16", "- - - - outside", "neither")]
    public async Task Analyse_Signals_ByTheirNames(string start, string values, string signals, string? variation)
    {
        var points = string.Join(", ", values.Split(' ').Select(v => $"{{\"value\": {v}}}"));

        using var answer = JsonDocument.Parse((await RunAsync($"{{{start}, \"points\": [{points}]}}")).Output);

        Assert.Equal(signals, string.Join(' ', answer.RootElement.GetProperty("points").EnumerateArray().Select(p => p.GetProperty("signal").GetString() ?? "-")));
        Assert.Equal(variation, answer.RootElement.GetProperty("variation").GetString());
    }

    [Fact]
    public async Task Analyse_Ratios_Divided()
    {
        using var answer = JsonDocument.Parse((await RunAsync("""{"chart":"p","rules":"anhoej","points":[{"numerator":1,"denominator":4},{"numerator":3,"denominator":4},{"numerator":null,"denominator":9}]}""")).Output);

        Assert.Equal(0.5, answer.RootElement.GetProperty("phases")[0].GetProperty("centre").GetDouble());
        Assert.Equal(0.25, answer.RootElement.GetProperty("points")[0].GetProperty("value").GetDouble());
        Assert.Equal(1, answer.RootElement.GetProperty("points")[2].GetProperty("upper").GetDouble());
    }

    [Theory]
    [InlineData("", "This is not JSON: line 1, byte 1.")]
    [InlineData("{", "This is not JSON: line 1, byte 2.")]
    [InlineData("[]", "The input must be one JSON object with chart, rules and points.")]
    [InlineData("{}", "chart is missing: it is one of run, i, mr, p, pp, u, up, c, g, t.")]
    [InlineData("""{"chart":7}""", "chart \"7\" is not one of run, i, mr, p, pp, u, up, c, g, t.")]
    [InlineData("""{"chart":"xbar\n"}""", "chart \"xbar\" is not one of run, i, mr, p, pp, u, up, c, g, t.")]
    [InlineData("""{"chart":"i"}""", "rules is missing: it is one of anhoej, making-data-count, classic.")]
    [InlineData("""{"chart":"i","rules":"nelson"}""", "rules \"nelson\" is not one of anhoej, making-data-count, classic.")]
    [InlineData("""{"chart":"i","rules":"anhoej"}""", "points is missing.")]
    [InlineData("""{"chart":"i","rules":"anhoej","points":{}}""", "points must be a list.")]
    [InlineData("""{"chart":"i","rules":"anhoej","points":[3]}""", "points[0] must be an object with value, or with numerator and denominator.")]
    [InlineData("""{"chart":"i","rules":"anhoej","points":[{}]}""", "points[0] has neither value nor numerator and denominator; a missing figure is null.")]
    [InlineData("""{"chart":"i","rules":"anhoej","points":[{"value":"3"}]}""", "points[0]: value must be a number.")]
    [InlineData("""{"chart":"i","rules":"anhoej","points":[{"value":1e999}]}""", "points[0]: value must be a finite number.")]
    [InlineData("""{"chart":"i","rules":"anhoej","points":[{"value":3,"exclude":1}]}""", "points[0]: exclude must be true or false.")]
    [InlineData("""{"chart":"i","rules":"anhoej","points":[{"value":3,"numerator":1,"denominator":2}]}""", "points[0] has a value as well as a numerator or denominator.")]
    [InlineData("""{"chart":"p","rules":"anhoej","points":[{"numerator":3}]}""", "points[0]: denominator is missing.")]
    [InlineData("""{"chart":"p","rules":"anhoej","points":[{"denominator":3}]}""", "points[0]: numerator is missing.")]
    [InlineData("""{"chart":"p","rules":"anhoej","points":[{"numerator":3,"denominator":-1}]}""", "points[0]: denominator must be a finite number, 0 or above.")]
    [InlineData("""{"chart":"p","rules":"anhoej","points":[{"numerator":3,"denominator":2}]}""", "points[0]: the numerator 3 is above the denominator 2.")]
    [InlineData("""{"chart":"p","rules":"classic","points":[]}""", "rules \"classic\" do not go with chart \"p\".")]
    [InlineData("""{"chart":"c","rules":"making-data-count","points":[]}""", "rules \"making-data-count\" do not go with chart \"c\".")]
    [InlineData("""{"chart":"i","rules":"anhoej","direction":"left","points":[]}""", "direction \"left\" is not one of none, up, down.")]
    [InlineData("""{"chart":"i","rules":"anhoej","target":"9","points":[]}""", "target must be a number.")]
    [InlineData("""{"chart":"i","rules":"anhoej","freezeAt":1.5,"points":[]}""", "freezeAt must be a whole number.")]
    [InlineData("""{"chart":"i","rules":"anhoej","freezeAt":2,"points":[{"value":3}]}""", "freezeAt is 2, but there are 1 points.")]
    [InlineData("""{"chart":"i","rules":"anhoej","phases":3,"points":[]}""", "phases must be a list.")]
    [InlineData("""{"chart":"i","rules":"anhoej","phases":["a"],"points":[]}""", "phases[0] must be a whole number.")]
    [InlineData("""{"chart":"i","rules":"anhoej","screenMovingRanges":"no","points":[]}""", "screenMovingRanges must be true or false.")]
    public async Task Analyse_BadInput_ExitsOneWithOneLine(string input, string line)
    {
        var run = await RunAsync(input);

        Assert.Equal((PortalCommands.BadInput, line + Environment.NewLine, ""), (run.ExitCode, run.Error, run.Output));
    }

    [Fact]
    public async Task Analyse_NullBesideAFigure_IsAsGoodAsAbsent()
    {
        var said = await RunAsync("""{"chart":"i","rules":"anhoej","points":[{"value":3,"numerator":null,"denominator":null},{"value":null,"numerator":1,"denominator":2},{"value":4,"exclude":null}]}""");
        var plain = await RunAsync("""{"chart":"i","rules":"anhoej","points":[{"value":3},{"numerator":1,"denominator":2},{"value":4}]}""");

        Assert.Equal((PortalCommands.Done, plain.Output), (said.ExitCode, said.Output));
    }

    [Fact]
    public async Task Analyse_TooMuch_ExitsOne()
    {
        var tooMany = await RunAsync($$"""{"chart":"run","rules":"anhoej","points":[{{string.Join(',', Enumerable.Repeat("{\"value\":1}", 100_001))}}]}""");
        var tooLong = await RunAsync(new string(' ', (32 * 1024 * 1024) + 1));

        Assert.Equal("points has 100001 points; 100000 are the most that are analysed.", tooMany.Error.Trim());
        Assert.Equal("The input is longer than 32 MB.", tooLong.Error.Trim());
    }

    [Fact]
    public async Task Analyse_NotUnicode_ExitsOne()
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();

        var exitCode = await AnalyseCommand.RunAsync(null, new MemoryStream([.. "{\"chart\":\""u8, 0xff, 0xfe, .. "\"}"u8]), output, error);

        Assert.Equal((PortalCommands.BadInput, 0L), (exitCode, output.Length));
        Assert.StartsWith("This is not JSON", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Analyse_FileOrStandardInputAsAProcess_NeedsNoDatabase()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllTextAsync(file, "\uFEFF{\"chart\":\"run\",\"rules\":\"anhoej\",\"points\":[{\"value\":3}]}");
        try
        {
            var fromFile = await ProcessAsync("", "analyse", file);
            var fromInput = await ProcessAsync(await File.ReadAllTextAsync(file), "analyse");

            Assert.Equal((0, ""), (fromFile.ExitCode, fromFile.Error));
            Assert.Equal(fromFile, fromInput);
            Assert.Equal(3, JsonDocument.Parse(fromFile.Output).RootElement.GetProperty("phases")[0].GetProperty("centre").GetDouble());
        }
        finally
        {
            File.Delete(file);
        }

        var nowhere = await ProcessAsync("", "analyse", file);
        Assert.Equal((1, ""), (nowhere.ExitCode, nowhere.Output));
        Assert.Single(nowhere.Error.Trim().Split('\n'));
        Assert.Equal(2, (await ProcessAsync("", "analyse", file, "more")).ExitCode);
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(true, null, "--json")]
    [InlineData(true, "a.json", "a.json")]
    [InlineData(true, "a.json", "--json", "a.json")]
    [InlineData(true, "a.json", "a.json", "--json")]
    [InlineData(false, "--xml", "--xml")]
    [InlineData(false, "a", "a", "b")]
    [InlineData(false, null, "--json", "--json")]
    public void TryParse_WhatStandsAfterTheVerb_IsAFileAndJson(bool isUsage, string? file, params string[] arguments)
    {
        Assert.Equal(isUsage, AnalyseCommand.TryParse(arguments, out var found));
        Assert.Equal(file, found);
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(string input)
    {
        using var from = new MemoryStream(Encoding.UTF8.GetBytes(input));
        using var to = new MemoryStream();
        await using var error = new StringWriter();
        var exitCode = await AnalyseCommand.RunAsync(null, from, to, error);
        return (exitCode, Encoding.UTF8.GetString(to.ToArray()), error.ToString());
    }

    /// <summary>With a connection string that leads nowhere: opening the database would fail.</summary>
    private static async Task<(int ExitCode, string Output, string Error)> ProcessAsync(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["ConnectionStrings__Portal"] = "Host=/nowhere;Username=nobody;Database=none;Timeout=1";
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
