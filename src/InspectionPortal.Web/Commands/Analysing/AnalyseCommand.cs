using InspectionPortal.Measurement;

namespace InspectionPortal.Web.Commands.Analysing;

/// <summary>
/// <c>analyse [FILE] [--json]</c>: a series in JSON comes in, from the file or from standard input, and what its chart shows goes out on
/// standard output. Needs neither the portal nor a database, and starts neither.
/// </summary>
public static class AnalyseCommand
{
    public const string Verb = "analyse";

    private const string Json = "--json";

    /// <summary>Reads what stands after the verb: a file or none, and <c>--json</c>, which the answer is in any case.</summary>
    /// <returns>False where it is anything else.</returns>
    public static bool TryParse(IReadOnlyList<string> arguments, out string? file)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var files = arguments.Where(a => a != Json).ToList();
        file = files.Count > 0 ? files[0] : null;
        return files.Count <= 1 && arguments.Count - files.Count <= 1 && file?.StartsWith('-') != true;
    }

    /// <summary>Runs the verb.</summary>
    /// <param name="file">The file; null for <paramref name="input"/>.</param>
    /// <returns>0, or 1 with one line on <paramref name="error"/> and nothing on <paramref name="output"/>.</returns>
    public static async Task<int> RunAsync(string? file, Stream input, Stream output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        try
        {
            await using var opened = file is null ? null : File.OpenRead(file);
            var series = await SeriesJson.ReadAsync(opened ?? input);
            await AnalysisJson.WriteAsync(ChartAnalyser.Analyse(series), output);
            return PortalCommands.Done;
        }
        catch (Exception problem) when (problem is InvalidSeriesException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(OneLine(problem.Message));
            return PortalCommands.BadInput;
        }
    }

    private static string OneLine(string message) => string.Concat(message.Select(c => char.IsControl(c) ? ' ' : c)).TrimEnd('.') + ".";
}
