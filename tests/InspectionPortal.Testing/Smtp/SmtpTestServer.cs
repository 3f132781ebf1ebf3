using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using MimeKit;

namespace InspectionPortal.Testing.Smtp;

/// <summary>A real mail server on loopback ports; see <c>smtp-server.mjs</c> for what it does with which address.</summary>
public sealed class SmtpTestServer : IAsyncDisposable
{
    public const string User = "portal";
    public const string Password = "a secret";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(150);

    private readonly ConcurrentQueue<string> _recipients = new();
    private readonly ConcurrentQueue<SmtpDelivery> _received = new();
    private readonly SemaphoreSlim _asking = new(1);
    private readonly SemaphoreSlim _settled = new(0);
    private readonly Process _node;
    private readonly string _folder;
    private Dictionary<string, int> _ports = new(StringComparer.Ordinal);

    private SmtpTestServer(Process node, string folder)
    {
        _node = node;
        _folder = folder;
    }

    /// <summary>The server's own certificate, which nothing on this machine trusts.</summary>
    public string CertificateFile => Path.Combine(_folder, "certificate.pem");

    /// <summary>Everything the servers received, with every copy of a message that was sent twice.</summary>
    public IReadOnlyList<SmtpDelivery> Received => [.. _received];

    public static async Task<SmtpTestServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("portal-smtp-").FullName;
        WriteCertificate(folder);
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(TestCluster.RepositoryRoot, "tests", "InspectionPortal.Testing", "Smtp", "smtp-server.mjs"));
        start.ArgumentList.Add(Path.Combine(folder, "key.pem"));
        start.ArgumentList.Add(Path.Combine(folder, "certificate.pem"));
        var server = new SmtpTestServer(Process.Start(start)!, folder);
        var first = await server._node.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        server._ports = JsonDocument.Parse(first!).RootElement.GetProperty("ports").Deserialize<Dictionary<string, int>>()!;
        _ = Task.Run(server.ReadAsync);
        return server;
    }

    /// <summary>Port of one of the servers: plain, starttls, tls, dropping, silent.</summary>
    public int Port(string server) => _ports[server];

    /// <summary>What a mail store that keeps one message for each Message-ID holds for this address.</summary>
    public IReadOnlyList<SmtpDelivery> Mailbox(string address) =>
        [.. Received.Where(m => m.To.Contains(address, StringComparer.OrdinalIgnoreCase)).DistinctBy(m => m.Message.MessageId, StringComparer.Ordinal)];

    /// <summary>How often a message for this address came in.</summary>
    public int Copies(string address) => Received.Count(m => m.To.Contains(address, StringComparer.OrdinalIgnoreCase));

    /// <summary>How often this address was named as a recipient.</summary>
    public int Asked(string address) => _recipients.Count(r => string.Equals(r, address, StringComparison.OrdinalIgnoreCase));

    /// <summary>Waits until everything that the server has seen so far is in <see cref="Received"/>.</summary>
    public async Task SettleAsync()
    {
        await _asking.WaitAsync();
        try
        {
            await _node.StandardInput.WriteLineAsync("settle");
            await _node.StandardInput.FlushAsync();
        }
        finally
        {
            _asking.Release();
        }

        if (!await _settled.WaitAsync(Patience))
        {
            throw new TimeoutException("The mail server does not answer.");
        }
    }

    /// <summary>Waits until what the server has seen is as it should be.</summary>
    public async Task UntilAsync(Func<SmtpTestServer, bool> done)
    {
        for (var watch = Stopwatch.StartNew(); !done(this); await Task.Delay(20))
        {
            if (watch.Elapsed > Patience)
            {
                throw new TimeoutException("The mail server did not see what it should.");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _node.StandardInput.Close();
        await _node.WaitForExitAsync().WaitAsync(Patience);
        _node.Dispose();
        _asking.Dispose();
        _settled.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task ReadAsync()
    {
        while (await _node.StandardOutput.ReadLineAsync() is { } line)
        {
            var root = JsonDocument.Parse(line).RootElement;
            if (root.GetProperty("event").GetString() == "settled")
            {
                _settled.Release();
                continue;
            }

            if (!root.TryGetProperty("source", out var encoded))
            {
                _recipients.Enqueue(root.GetProperty("to").GetString()!);
                continue;
            }

            var source = encoded.GetBytesFromBase64();
            using var stream = new MemoryStream(source);
            _received.Enqueue(new SmtpDelivery(
                await MimeMessage.LoadAsync(stream),
                source,
                root.GetProperty("to").Deserialize<string[]>()!,
                root.GetProperty("secure").GetBoolean(),
                root.GetProperty("user").GetString()));
        }
    }

    private static void WriteCertificate(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(Path.Combine(folder, "certificate.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
    }
}
