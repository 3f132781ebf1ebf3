using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.Versioning;
using System.Text.Json;

namespace InspectionPortal.Testing.Chromium;

/// <summary>
/// The Chromium of the npm package <c>@sparticuz/chromium</c>, unpacked beside the repository's other generated files:
/// the browser, the libraries it may miss on this machine, and the only fonts it will see.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class ChromiumPackage
{
    private const UnixFileMode Executable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly string _directory;

    private ChromiumPackage(string directory) => _directory = directory;

    public string ExecutablePath => Path.Combine(_directory, "chromium");

    /// <summary>Our own environment with what the browser needs to find its libraries and fonts.</summary>
    public IEnumerable<KeyValuePair<string, string>> LaunchEnvironment()
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            environment[(string)variable.Key] = (string?)variable.Value ?? "";
        }

        var libraries = Path.Combine(_directory, "lib");
        environment["LD_LIBRARY_PATH"] = environment.TryGetValue("LD_LIBRARY_PATH", out var present) && present.Length > 0
            ? $"{libraries}:{present}"
            : libraries;
        environment["FONTCONFIG_FILE"] = Path.Combine(_directory, "fonts.conf");
        return environment;
    }

    /// <summary>Unpacks the package unless that was done before.</summary>
    public static async Task<ChromiumPackage> UnpackAsync(string repositoryRoot, CancellationToken ct)
    {
        var package = Path.Combine(Path.GetFullPath(repositoryRoot), "node_modules", "@sparticuz", "chromium");
        if (!File.Exists(Path.Combine(package, "package.json")))
        {
            throw new InvalidOperationException(
                $"The browser for the tests was not found: there is no '{package}'. Run 'npm ci --ignore-scripts' in '{repositoryRoot}', "
                + $"or set the variable {ChromiumBrowser.ExecutableVariable} to the path of a Chromium or Chrome.");
        }

        var directory = Path.Combine(
            Path.GetFullPath(repositoryRoot), ".data", "chromium-" + await VersionAsync(package, ct));
        if (!Directory.Exists(directory))
        {
            await UnpackAtomicallyAsync(Path.Combine(package, "bin"), directory, ct);
        }

        return new ChromiumPackage(directory);
    }

    private static async Task<string> VersionAsync(string package, CancellationToken ct)
    {
        await using var file = File.OpenRead(Path.Combine(package, "package.json"));
        using var manifest = await JsonDocument.ParseAsync(file, cancellationToken: ct);
        return manifest.RootElement.GetProperty("version").GetString()
            ?? throw new InvalidOperationException($"'{package}/package.json' holds no version. Run 'npm ci --ignore-scripts'.");
    }

    /// <summary>
    /// Unpacks beside the destination and renames, so that an interrupted attempt is never taken for a whole one and two
    /// processes may do it at once.
    /// </summary>
    private static async Task UnpackAtomicallyAsync(string archives, string destination, CancellationToken ct)
    {
        var unfinished = $"{destination}.{Guid.NewGuid():N}";
        Directory.CreateDirectory(unfinished);
        try
        {
            await Task.WhenAll(
                UnpackFileAsync(Path.Combine(archives, "chromium.br"), Path.Combine(unfinished, "chromium"), ct),
                UnpackArchiveAsync(Path.Combine(archives, "swiftshader.tar.br"), unfinished, ct),
                UnpackArchiveAsync(Path.Combine(archives, "al2023.tar.br"), unfinished, ct),
                UnpackArchiveAsync(Path.Combine(archives, "fonts.tar.br"), Path.Combine(unfinished, "fonts"), ct));
            await File.WriteAllTextAsync(Path.Combine(unfinished, "fonts.conf"), FontConfiguration(destination), ct);
            Directory.Move(unfinished, destination);
        }
        catch (IOException) when (Directory.Exists(destination))
        {
            // Another process was first; its copy is as good as ours.
        }
        finally
        {
            if (Directory.Exists(unfinished))
            {
                Directory.Delete(unfinished, recursive: true);
            }
        }
    }

    private static async Task UnpackFileAsync(string source, string destination, CancellationToken ct)
    {
        await using var unpacked = new BrotliStream(File.OpenRead(source), CompressionMode.Decompress);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = Executable,
        };
        await using var file = new FileStream(destination, options);
        await unpacked.CopyToAsync(file, bufferSize: 1 << 20, ct);
    }

    private static async Task UnpackArchiveAsync(string source, string destination, CancellationToken ct)
    {
        Directory.CreateDirectory(destination);
        await using var unpacked = new BrotliStream(File.OpenRead(source), CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(unpacked, destination, overwriteFiles: true, ct);
    }

    /// <summary>The package's fonts and no others: pages look, and measure, the same on every machine.</summary>
    private static string FontConfiguration(string directory) =>
        $"""
        <?xml version="1.0"?>
        <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
        <fontconfig>
          <dir>{System.Security.SecurityElement.Escape(Path.Combine(directory, "fonts"))}</dir>
          <cachedir>{System.Security.SecurityElement.Escape(Path.Combine(directory, "font-cache"))}</cachedir>
        </fontconfig>

        """;
}
