using System.ComponentModel;
using System.Diagnostics;

namespace InspectionPortal.Web.Data.EmbeddedPostgres;

/// <summary>A program that is run to its end, with a bare environment: the portal's own may hold secrets.</summary>
internal static class ExternalCommand
{
    internal sealed record Outcome(int ExitCode, string Output)
    {
        public bool Succeeded => ExitCode == 0;
    }

    public static async Task<Outcome> RunAsync(IReadOnlyList<string> command, CancellationToken ct)
    {
        var start = Describe(command);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Start(start);
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(ct);
            var error = process.StandardError.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            return new Outcome(process.ExitCode, (await output + await error).Trim());
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    public static async Task RequireAsync(IReadOnlyList<string> command, string purpose, CancellationToken ct)
    {
        var outcome = await RunAsync(command, ct);
        if (!outcome.Succeeded)
        {
            throw new EmbeddedPostgresException(
                $"The embedded PostgreSQL server could not {purpose}: '{string.Join(' ', command)}' ended with "
                + $"{outcome.ExitCode} and said: {outcome.Output}");
        }
    }

    public static ProcessStartInfo Describe(IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        if (!OperatingSystem.IsWindows())
        {
            // An unprivileged user may not be able to stand where we stand.
            start.WorkingDirectory = "/";
            start.Environment.Clear();
            start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin";
            start.Environment["LC_ALL"] = "C";
            start.Environment["TZ"] = "UTC";
        }

        return start;
    }

    public static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)
                ?? throw new EmbeddedPostgresException($"'{start.FileName}' did not start.");
        }
        catch (Win32Exception exception)
        {
            throw new EmbeddedPostgresException($"'{start.FileName}' could not be started: {exception.Message}", exception);
        }
    }

    public static bool Exists(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(directory => File.Exists(Path.Combine(directory, program)));
}
