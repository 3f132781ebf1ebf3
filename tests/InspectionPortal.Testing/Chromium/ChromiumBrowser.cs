using System.Runtime.InteropServices;
using Microsoft.Playwright;

namespace InspectionPortal.Testing.Chromium;

/// <summary>The browser of the browser tests.</summary>
public static class ChromiumBrowser
{
    /// <summary>The environment variable that names another Chromium or Chrome to use.</summary>
    public const string ExecutableVariable = "PORTAL_CHROMIUM";

    /// <summary>
    /// Launches the Chromium that comes with the repository's npm packages, or the one that PORTAL_CHROMIUM names.
    /// </summary>
    /// <param name="playwright">Playwright, as <c>Playwright.CreateAsync()</c> gives it.</param>
    /// <param name="repositoryRoot">The folder that holds <c>node_modules</c>; the browser is unpacked into its <c>.data</c>.</param>
    /// <exception cref="InvalidOperationException">There is no browser to launch; the message says what to do.</exception>
    public static async Task<IBrowser> LaunchAsync(IPlaywright playwright, string repositoryRoot)
    {
        ArgumentNullException.ThrowIfNull(playwright);
        ArgumentException.ThrowIfNullOrEmpty(repositoryRoot);
        var options = await OptionsAsync(repositoryRoot);
        try
        {
            return await playwright.Chromium.LaunchAsync(options);
        }
        catch (PlaywrightException exception) when (exception.Message.Contains("No usable sandbox", StringComparison.Ordinal))
        {
            throw new InvalidOperationException(
                $"Chromium could not build its sandbox, because this system does not let ordinary users make namespaces. Allow it, or "
                + $"set the variable {ExecutableVariable} to the path of a Chrome that is installed with its own sandbox.",
                exception);
        }
    }

    private static async Task<BrowserTypeLaunchOptions> OptionsAsync(string repositoryRoot)
    {
        var options = new BrowserTypeLaunchOptions
        {
            // Chromium refuses to run sandboxed as root; for everyone else the sandbox stays on.
            ChromiumSandbox = OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess,
            Args = ["--font-render-hinting=none"],
        };
        var chosen = Environment.GetEnvironmentVariable(ExecutableVariable);
        if (!string.IsNullOrWhiteSpace(chosen))
        {
            options.ExecutablePath = File.Exists(chosen)
                ? chosen
                : throw new InvalidOperationException($"The variable {ExecutableVariable} names '{chosen}', and there is no such file.");
            return options;
        }

        if (!OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != Architecture.X64)
        {
            throw new InvalidOperationException(
                $"The browser tests bring a Chromium for Linux on x64 only, and this is {RuntimeInformation.RuntimeIdentifier}. "
                + $"Set the variable {ExecutableVariable} to the path of a Chromium or Chrome and run them again.");
        }

        var package = await ChromiumPackage.UnpackAsync(repositoryRoot, CancellationToken.None);
        options.ExecutablePath = package.ExecutablePath;
        options.Env = package.LaunchEnvironment();
        return options;
    }
}
