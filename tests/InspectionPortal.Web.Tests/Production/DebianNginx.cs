using InspectionPortal.Testing;

namespace InspectionPortal.Web.Tests.Production;

/// <summary>
/// Finds nginx: installed on this machine, or unpacked from Debian's packages beside the repository's other generated files,
/// where the machine has Debian's tools and can reach its packages.
/// </summary>
internal static class DebianNginx
{
    private static readonly string Folder = Path.Combine(TestCluster.RepositoryRoot, ".data", "nginx-debian");

    private static readonly string[] Installed = ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx", "/opt/homebrew/bin/nginx", "/usr/local/bin/nginx"];

    private static readonly Lazy<Task<NginxProgram?>> Found = new(FindAsync);

    /// <summary>The program and what it needs to run; null where there is none to be had.</summary>
    public static Task<NginxProgram?> FindOnceAsync() => Found.Value;

    private static async Task<NginxProgram?> FindAsync()
    {
        if (Installed.FirstOrDefault(File.Exists) is { } installed)
        {
            return new NginxProgram(installed, null);
        }

        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/apt-get"))
        {
            return null;
        }

        if (!Directory.Exists(Folder) && !await UnpackAsync())
        {
            return null;
        }

        var libraries = Directory.EnumerateFiles(Folder, "libpcre2-8.so.0", SearchOption.AllDirectories).Select(Path.GetDirectoryName).FirstOrDefault();
        return new NginxProgram(Path.Combine(Folder, "usr", "sbin", "nginx"), libraries);
    }

    /// <summary>Unpacks beside the destination and renames, so that an attempt that broke off is never taken for a whole one.</summary>
    private static async Task<bool> UnpackAsync()
    {
        var unfinished = $"{Folder}.{Guid.NewGuid():N}";
        Directory.CreateDirectory(unfinished);
        try
        {
            string[] packages = ["download", "nginx", "libpcre2-8-0"];
            if ((await RunAsync("apt-get", packages, unfinished)) != 0
                && (await RunAsync("apt-get", ["update"], unfinished) != 0 || await RunAsync("apt-get", packages, unfinished) != 0))
            {
                return false;
            }

            foreach (var package in Directory.GetFiles(unfinished, "*.deb"))
            {
                if (await RunAsync("dpkg-deb", ["--extract", package, unfinished], unfinished) != 0)
                {
                    return false;
                }

                File.Delete(package);
            }

            Directory.Move(unfinished, Folder);
            return true;
        }
        catch (IOException) when (Directory.Exists(Folder))
        {
            return true;
        }
        finally
        {
            if (Directory.Exists(unfinished))
            {
                Directory.Delete(unfinished, recursive: true);
            }
        }
    }

    private static async Task<int> RunAsync(string program, string[] arguments, string folder) =>
        (await RunningProcess.RunAsync(program, arguments, folder)).ExitCode;
}

/// <summary>An nginx that can be started.</summary>
/// <param name="Path">The program.</param>
/// <param name="Libraries">A folder of libraries that it needs beside those of the machine.</param>
internal sealed record NginxProgram(string Path, string? Libraries);
