using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace InspectionPortal.Web.Data.EvidenceFiles.Scanning;

/// <summary>Where clamd listens: <c>tcp://clamav:3310</c> or <c>unix:///run/clamav/clamd.ctl</c>.</summary>
public sealed record ScannerAddress(string Host, int Port, string? SocketPath)
{
    private const int ClamdPort = 3310;

    /// <summary>Reads the setting; null where it is neither.</summary>
    public static ScannerAddress? Parse(string setting) => Uri.TryCreate(setting, UriKind.Absolute, out var address)
        ? address switch
        {
            { Scheme: "tcp", Host.Length: > 0, AbsolutePath: "" or "/" } =>
                new ScannerAddress(address.Host, address.Port > 0 ? address.Port : ClamdPort, null),
            { Scheme: "unix", Host.Length: 0, AbsolutePath.Length: > 1 } => new ScannerAddress(string.Empty, 0, address.AbsolutePath),
            _ => null,
        }
        : null;

    /// <summary>Opens a connection.</summary>
    public async Task<Socket> ConnectAsync(CancellationToken cancellationToken)
    {
        var socket = SocketPath is null
            ? new Socket(SocketType.Stream, ProtocolType.Tcp)
            : new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            EndPoint to = SocketPath is null ? new DnsEndPoint(Host, Port) : new UnixDomainSocketEndPoint(SocketPath);
            await socket.ConnectAsync(to, cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public override string ToString() => SocketPath ?? string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");
}
