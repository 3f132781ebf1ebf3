using InspectionPortal.Measurement;

namespace InspectionPortal.Web.Commands.Analysing;

/// <summary>
/// <c>analyse [FILE]</c>: a series in JSON comes in, from the file or from standard input, and what its chart shows goes out on standard output. Needs neither the portal nor a database, and starts neither.
/// </summary>
public static class AnalyseCommand
{
    public const string Verb = "analyse";

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
