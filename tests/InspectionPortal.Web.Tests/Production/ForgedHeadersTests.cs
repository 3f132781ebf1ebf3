using InspectionPortal.Web.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace InspectionPortal.Web.Tests.Production;

/// <summary>What a browser claims about itself, sent through a real proxy.</summary>
public sealed class ForgedHeadersTests
{
    [Theory]
    [InlineData("nginx")]
    [InlineData("node")]
    public async Task Browser_SendsForwardedHeaders_IsNotBelieved(string wanted)
    {
        var kind = (await ReverseProxy.KindsAsync()).Contains(wanted) ? wanted : "node";
        var port = RunningProcess.FreePort();
        await using var echo = Echo(port);
        await echo.StartAsync();
        var folder = Directory.CreateTempSubdirectory("portal-forged-").FullName;
        try
        {
            await using var proxy = await ReverseProxy.StartAsync(kind, folder, port);
            using var browser = proxy.Browser();
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/", UriKind.Relative));
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", ["198.51.100.1", "203.0.113.7"]);
            request.Headers.TryAddWithoutValidation("X-Forwarded-Host", "evil.example");
            request.Headers.TryAddWithoutValidation("Forwarded", "for=198.51.100.1;host=evil.example;proto=http");

            var answer = await browser.SendAsync(request);

            Assert.Equal($"127.0.0.1 https://{ReverseProxy.Host}", await answer.Content.ReadAsStringAsync());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A server that says where it thinks a request came from, by the portal's own settings.</summary>
    private static WebApplication Echo(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>("Proxy:Addresses:0", "127.0.0.1")]);
        builder.Services.AddForwardedRequests(builder.Configuration);
        var app = builder.Build();
        app.UseForwardedHeaders();
        app.Run(context => context.Response.WriteAsync($"{context.Connection.RemoteIpAddress} {context.Request.Scheme}://{context.Request.Host}"));
        return app;
    }
}
