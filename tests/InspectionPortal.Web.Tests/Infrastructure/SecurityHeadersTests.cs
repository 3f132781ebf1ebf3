using InspectionPortal.Testing;

namespace InspectionPortal.Web.Tests.Infrastructure;

public sealed class SecurityHeadersTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/error/404")]
    [InlineData("/nowhere")]
    public async Task Get_AnyPage_CarriesTheHeaders(string path)
    {
        var response = await portal.ClientFor(null).GetAsync(new Uri(path, UriKind.Relative));

        var policy = string.Join(' ', response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["DENY"], response.Headers.GetValues("X-Frame-Options"));
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Get_Picture_KeepsItsOwnPolicyAndMayNotBeFramed()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        await portal.Data.CreatePlanAsync(here);

        var response = await portal.ClientFor(here.Lead).GetAsync(new Uri($"{here.PlanPath}/drivers.svg", UriKind.Relative));

        Assert.Equal("image/svg+xml", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["default-src 'none'; sandbox; frame-ancestors 'none'"], response.Headers.GetValues("Content-Security-Policy"));
    }

    [Fact]
    public async Task Get_StaticFile_CanBeCachedAndIsNotEmpty()
    {
        var response = await portal.ClientFor(null).GetAsync(new Uri("/css/frame.css", UriKind.Relative));

        Assert.True(response.IsSuccessStatusCode);
        Assert.True(response.Headers.CacheControl!.Public);
        Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync());
    }
}
