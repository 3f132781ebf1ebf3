using System.Net;
using InspectionPortal.Web.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace InspectionPortal.Web.Tests.Infrastructure;

/// <summary>Whose word is taken for where a request came from.</summary>
public sealed class ForwardedRequestsTests
{
    private const string Network = "Proxy:Networks:0=172.28.0.0/24";

    [Theory]
    [InlineData("", "127.0.0.1", "For: 203.0.113.7; Proto: https", "127.0.0.1 http")]
    [InlineData(Network, "203.0.113.9", "For: 203.0.113.7; Proto: https", "203.0.113.9 http")]
    [InlineData(Network, "127.0.0.1", "For: 203.0.113.7; Proto: https", "127.0.0.1 http")]
    [InlineData(Network, "172.28.0.5", "For: 203.0.113.7; Proto: https", "203.0.113.7 https")]
    [InlineData(Network, "::ffff:172.28.0.5", "For: 203.0.113.7; Proto: https", "203.0.113.7 https")]
    [InlineData(Network, "172.28.1.5", "For: 203.0.113.7; Proto: https", "172.28.1.5 http")]
    [InlineData("Proxy:Addresses:0=10.0.0.4", "10.0.0.4", "For: 2001:db8::1; Proto: https", "2001:db8::1 https")]
    [InlineData(Network, "172.28.0.5", "For: 198.51.100.1; For: 203.0.113.7; Proto: https", "203.0.113.7 https")]
    [InlineData(Network, "172.28.0.5", "For: 198.51.100.1, 203.0.113.7; Proto: https", "203.0.113.7 https")]
    [InlineData(Network, "172.28.0.5", "For: 172.28.0.9; For: 198.51.100.1; For: 203.0.113.7; Proto: http; Proto: https", "203.0.113.7 https")]
    [InlineData("Proxy:Networks:0=172.28.0.0/24 Proxy:Hops=2", "172.28.0.5", "For: 198.51.100.1, 203.0.113.7, 172.28.0.9; Proto: https, https", "203.0.113.7 https")]
    [InlineData("Proxy:Networks:0=172.28.0.0/24 Proxy:Hops=2", "172.28.0.5", "For: 198.51.100.1, 203.0.113.7; Proto: https", "203.0.113.7 https")]
    [InlineData(Network, "172.28.0.5", "For: nonsense; Proto: https", "172.28.0.5 http")]
    [InlineData(Network, "172.28.0.5", "For: 203.0.113.7; Proto: https; Host: evil.example", "203.0.113.7 https")]
    public async Task Request_Forwarded_ComesFromWhereAConfiguredProxySays(string settings, string sender, string headers, string expected)
    {
        using var host = await new HostBuilder().ConfigureWebHost(web => web.UseTestServer()
            .ConfigureServices(services => services.AddForwardedRequests(Settings(settings)))
            .Configure(app =>
            {
                app.UseForwardedHeaders();
                app.Run(context =>
                {
                    Assert.Equal("plans.example", context.Request.Host.Host);
                    return context.Response.WriteAsync($"{context.Connection.RemoteIpAddress} {context.Request.Scheme}");
                });
            })).StartAsync();

        var answer = await host.GetTestServer().SendAsync(context =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse(sender);
            context.Request.Host = new HostString("plans.example");
            foreach (var header in headers.Split("; "))
            {
                var (name, value) = (header[..header.IndexOf(": ", StringComparison.Ordinal)], header[(header.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
                context.Request.Headers.Append($"X-Forwarded-{name}", value);
            }
        });

        using var body = new StreamReader(answer.Response.Body);
        Assert.Equal(expected, await body.ReadToEndAsync());
    }

    [Theory]
    [InlineData("Proxy:Networks:0=172.28.0.0")]
    [InlineData("Proxy:Networks:0=0.0.0.0/0")]
    [InlineData("Proxy:Networks:0=::/0")]
    [InlineData("Proxy:Addresses:0=proxy")]
    [InlineData("Proxy:Addresses:0=10.0.0.4 Proxy:Hops=0")]
    public void Problem_SettingsThatNameNobodyOrEverybody_AreRefused(string settings) =>
        Assert.NotNull(ForwardedRequests.Problem(ProxyOptions.From(Settings(settings))));

    [Fact]
    public void Problem_Network_IsFine() => Assert.Null(ForwardedRequests.Problem(ProxyOptions.From(Settings(Network))));

    private static IConfiguration Settings(string settings) => new ConfigurationBuilder().AddInMemoryCollection(
        settings.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split('=', 2)).Select(s => KeyValuePair.Create(s[0], (string?)s[1]))).Build();
}
