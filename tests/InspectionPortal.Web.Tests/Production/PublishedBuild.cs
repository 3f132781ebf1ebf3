using InspectionPortal.Testing;

namespace InspectionPortal.Web.Tests.Production;

/// <summary>The portal as <c>dotnet publish</c> lays it out, made once from what is already built.</summary>
internal static class PublishedBuild
{
    private static readonly Lazy<Task<string>> Folder = new(PublishAsync);

    /// <summary>The program in the published folder, far from the sources.</summary>
    public static async Task<string> ProgramAsync() => Path.Combine(await Folder.Value, "InspectionPortal.Web.dll");

    private static async Task<string> PublishAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"portal-published-{Environment.ProcessId}");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var (exitCode, said) = await RunningProcess.RunAsync(
            "dotnet",
            ["publish", Path.Combine("src", "InspectionPortal.Web"), "--no-build", "--nologo", "--configuration", configuration, "--output", folder],
            TestCluster.RepositoryRoot,
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["MSBUILDDISABLENODEREUSE"] = "1" });
        Assert.True(exitCode == 0, said);
        return folder;
    }
}
