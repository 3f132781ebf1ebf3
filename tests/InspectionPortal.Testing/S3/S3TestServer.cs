using System.Diagnostics;

namespace InspectionPortal.Testing.S3;

/// <summary>A real server that speaks the S3 protocol, on a loopback port, with one bucket.</summary>
public sealed class S3TestServer : IAsyncDisposable
{
    public const string Bucket = "evidence";

    /// <summary>What s3rver takes as key and as secret.</summary>
    public const string Key = "S3RVER";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(150);

    private readonly Process _node;

    private S3TestServer(Process node, string directory, string port)
    {
        _node = node;
        Directory = directory;
        Address = $"http://127.0.0.1:{port}";
    }

    public string Address { get; }

    /// <summary>Where the server keeps its objects.</summary>
    public string Directory { get; }

    /// <summary>The settings of a portal that keeps its files here.</summary>
    public Dictionary<string, string> Settings => new(StringComparer.Ordinal)
    {
        ["Evidence:S3:Bucket"] = Bucket,
        ["Evidence:S3:ServiceUrl"] = Address,
        ["Evidence:S3:AccessKey"] = Key,
        ["Evidence:S3:SecretKey"] = Key,
        ["Evidence:S3:Prefix"] = "portal",
    };

    public static async Task<S3TestServer> StartAsync()
    {
        var directory = System.IO.Directory.CreateTempSubdirectory("portal-s3-").FullName;
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(TestCluster.RepositoryRoot, "tests", "InspectionPortal.Testing", "S3", "s3-server.mjs"));
        start.ArgumentList.Add(directory);
        start.ArgumentList.Add(Bucket);
        var node = Process.Start(start)!;
        var port = await node.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        return new S3TestServer(node, directory, port!);
    }

    /// <summary>Ends the server, as a storage that is down.</summary>
    public async Task StopAsync()
    {
        if (!_node.HasExited)
        {
            _node.Kill();
            await _node.WaitForExitAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _node.Dispose();
        System.IO.Directory.Delete(Directory, recursive: true);
    }
}
