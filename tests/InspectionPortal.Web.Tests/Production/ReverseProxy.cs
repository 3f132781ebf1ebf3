using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using InspectionPortal.Testing;
using InspectionPortal.Web.Tests.Data;

namespace InspectionPortal.Web.Tests.Production;

/// <summary>A proxy that ends TLS before the portal: nginx with the very file of <c>deploy/</c>, or one of Node where there is no nginx.</summary>
internal sealed class ReverseProxy : IAsyncDisposable
{
    public const string Host = "plans.portal.test";

    private readonly RunningProcess _process;
    private readonly string _certificate;

    private ReverseProxy(RunningProcess process, int httpsPort, int httpPort, string certificate)
    {
        _process = process;
        _certificate = certificate;
        (HttpsPort, HttpPort) = (httpsPort, httpPort);
    }

    public int HttpsPort { get; }

    public int HttpPort { get; }

    /// <summary>The kinds of proxy that this machine can run; never none.</summary>
    public static async Task<IReadOnlyList<string>> KindsAsync() => await DebianNginx.FindOnceAsync() is null ? ["node"] : ["nginx", "node"];

    public static async Task<ReverseProxy> StartAsync(string kind, string folder, int portalPort)
    {
        var here = Directory.CreateDirectory(Path.Combine(folder, $"proxy-{kind}-{portalPort}")).FullName;
        var (certificate, key) = TestCertificates.Pem(here, Host);
        var (https, http) = (RunningProcess.FreePort(), RunningProcess.FreePort());
        var process = kind == "nginx"
            ? await NginxAsync(here, (https, http, portalPort), certificate, key)
            : RunningProcess.Start(
                "node",
                [NodeScript, Host, $"{http}", $"{https}", $"http://127.0.0.1:{portalPort}", certificate, key],
                here);
        var proxy = new ReverseProxy(process, https, http, certificate);
        await process.AnswersAsync(https);
        await process.AnswersAsync(http);
        return proxy;
    }

    /// <summary>A browser that knows the proxy's name and trusts its certificate and no other. <paramref name="seen"/> sees every answer.</summary>
    public HttpClient Browser(Action<HttpResponseMessage>? seen = null, bool isSecure = true)
    {
        using var own = System.Security.Cryptography.X509Certificates.X509Certificate2.CreateFromPem(File.ReadAllText(_certificate));
        var thumbprint = own.Thumbprint;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            CookieContainer = new CookieContainer(),
            ConnectCallback = async (_, token) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(IPAddress.Loopback, isSecure ? HttpsPort : HttpPort, token);
                return new NetworkStream(socket, ownsSocket: true);
            },
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString() == thumbprint,
            },
        };
        return new HttpClient(new Seeing(handler, seen)) { BaseAddress = new Uri($"{(isSecure ? "https" : "http")}://{Host}") };
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static string NodeScript => Path.Combine(TestCluster.RepositoryRoot, "tests", "InspectionPortal.Web.Tests", "Production", "node-proxy.mjs");

    private static async Task<RunningProcess> NginxAsync(string folder, (int Https, int Http, int Portal) ports, string certificate, string key)
    {
        var nginx = await DebianNginx.FindOnceAsync() ?? throw new InvalidOperationException("There is no nginx here.");
        var template = await File.ReadAllTextAsync(Path.Combine(TestCluster.RepositoryRoot, "deploy", "proxy", "portal.conf.template"));
        var site = template
            .Replace("${PORTAL_HOST}", Host, StringComparison.Ordinal)
            .Replace("listen 443", $"listen 127.0.0.1:{ports.Https}", StringComparison.Ordinal)
            .Replace("listen 80", $"listen 127.0.0.1:{ports.Http}", StringComparison.Ordinal)
            .Replace("http://portal:8080", $"http://127.0.0.1:{ports.Portal}", StringComparison.Ordinal)
            .Replace("/run/secrets/proxy-certificate", certificate, StringComparison.Ordinal)
            .Replace("/run/secrets/proxy-key", key, StringComparison.Ordinal);
        var temporary = string.Join('\n', new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }.Select(n => $"{n}_temp_path {folder}/{n};"));
        var whole = $$"""
            daemon off;
            worker_processes 1;
            pid {{folder}}/nginx.pid;
            {{(Environment.UserName == "root" ? "user root;" : string.Empty)}}
            error_log stderr;
            events { }
            http {
            access_log off;
            {{temporary}}
            {{site}}
            }
            """;
        var file = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(file, whole);
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (nginx.Libraries is { } libraries)
        {
            environment["LD_LIBRARY_PATH"] = libraries;
        }

        return RunningProcess.Start(nginx.Path, ["-e", "stderr", "-p", folder, "-c", file], folder, environment);
    }

    private sealed class Seeing(HttpMessageHandler inner, Action<HttpResponseMessage>? seen) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            seen?.Invoke(response);
            return response;
        }
    }
}
