using System.Net;
using System.Net.Sockets;
using System.Text;

namespace InspectionPortal.Web.Tests.Production;

/// <summary>Requests that are broken below the level of forms, byte by byte to the server itself.</summary>
public sealed class BrokenRequestTests(ProductionPortal portal) : IClassFixture<ProductionPortal>
{
    [Theory]
    [InlineData("two content types", "Content-Type: application/x-www-form-urlencoded\r\nContent-Type: multipart/form-data\r\nContent-Length: 1\r\n\r\nx", 400)]
    [InlineData("two lengths", "Content-Length: 1\r\nContent-Length: 2\r\n\r\nxx", 400)]
    [InlineData("a length that is none", "Content-Length: -1\r\n\r\n", 400)]
    [InlineData("no length", "Content-Type: multipart/form-data; boundary=b\r\n\r\n", 400)]
    [InlineData("a length over the limit", "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 99999999\r\n\r\nx", 413)]
    [InlineData("less than was promised", "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 50\r\n\r\nEmail=x", 0)]
    [InlineData("chunks that are none", "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nx\r\n", 400)]
    [InlineData("a header without a name", ": x\r\nContent-Length: 0\r\n\r\n", 400)]
    [InlineData("a nul in a header", "X-Odd: a\0b\r\nContent-Length: 0\r\n\r\n", 400)]
    [InlineData("a long header", "X-Long: {long}\r\nContent-Length: 0\r\n\r\n", 431)]
    [InlineData("a session that is none", "Cookie: __Host-portal-session={long16}; __Host-portal-form=x\r\nContent-Length: 0\r\n\r\n", 400)]
    public async Task Post_Broken_IsAnErrorOfTheSender(string what, string rest, int expected)
    {
        var text = $"POST /account/sign-in HTTP/1.1\r\nHost: {ReverseProxy.Host}\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n"
            + rest.Replace("{long}", new string('x', 40_000), StringComparison.Ordinal).Replace("{long16}", new string('x', 16_000), StringComparison.Ordinal);

        var status = await SendAsync(Encoding.Latin1.GetBytes(text), hangsUp: expected == 0);

        Assert.True(status == expected, $"{what}: {status}");
        Assert.DoesNotContain("Request failed", portal.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("unhandled exception", portal.Log, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The status that came back; 0 where the connection was closed without one.</summary>
    private async Task<int> SendAsync(byte[] request, bool hangsUp)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, portal.Port);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(request);
        if (hangsUp)
        {
            socket.Shutdown(SocketShutdown.Send);
        }

        using var reader = new StreamReader(stream, Encoding.Latin1);
        try
        {
            var line = await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
            return line is null ? 0 : int.Parse(line.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
